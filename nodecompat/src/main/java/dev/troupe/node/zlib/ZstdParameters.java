package dev.troupe.node.zlib;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.util.Map;

/**
 * Compression parameters by zstd's own numbers ({@code ZSTD_cParameter}). A value.
 *
 * @param values number to value
 * @param pledgedSize how many bytes will come, or -1
 */
public record ZstdParameters(Map<Integer, Integer> values, long pledgedSize) {
    public ZstdParameters {
        values = Map.copyOf(values);
    }

    void apply(ZstdCompressCtx context) throws CodecFailure {
        for (Map.Entry<Integer, Integer> entry : values.entrySet()) {
            apply(context, entry.getKey(), entry.getValue());
        }
        if (pledgedSize >= 0) {
            context.setPledgedSrcSize(pledgedSize);
        }
    }

    private static void apply(ZstdCompressCtx context, int parameter, int value) throws CodecFailure {
        switch (parameter) {
            case 100 -> context.setLevel(value);
            case 101 -> context.setWindowLog(value);
            case 102 -> context.setHashLog(value);
            case 103 -> context.setChainLog(value);
            case 104 -> context.setSearchLog(value);
            case 105 -> context.setMinMatch(value);
            case 106 -> context.setTargetLength(value);
            case 107 -> context.setStrategy(value);
            case 160 ->
                context.setEnableLongDistanceMatching(
                        value == 0
                                ? Zstd.ParamSwitch.AUTO
                                : value == 1 ? Zstd.ParamSwitch.ENABLE : Zstd.ParamSwitch.DISABLE);
            case 200 -> context.setContentSize(value != 0);
            case 201 -> context.setChecksum(value != 0);
            case 202 -> context.setDictID(value != 0);
            case 400, 401, 402 -> {} // threads of the library's own: an actor has none
            default -> throw new CodecFailure("ERR_ZLIB_INITIALIZATION_FAILED", -1, "Setting parameter failed");
        }
    }
}
