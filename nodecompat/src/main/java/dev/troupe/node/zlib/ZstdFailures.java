package dev.troupe.node.zlib;

import com.github.luben.zstd.ZstdException;
import java.util.Map;

/** Names zstd's failures as its header file does ({@code ZSTD_ErrorCode}). Stateless. */
final class ZstdFailures {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "GENERIC"),
            Map.entry(10, "prefix_unknown"),
            Map.entry(12, "version_unsupported"),
            Map.entry(14, "frameParameter_unsupported"),
            Map.entry(16, "frameParameter_windowTooLarge"),
            Map.entry(20, "corruption_detected"),
            Map.entry(22, "checksum_wrong"),
            Map.entry(24, "literals_headerWrong"),
            Map.entry(30, "dictionary_corrupted"),
            Map.entry(32, "dictionary_wrong"),
            Map.entry(34, "dictionaryCreation_failed"),
            Map.entry(40, "parameter_unsupported"),
            Map.entry(41, "parameter_combination_unsupported"),
            Map.entry(42, "parameter_outOfBound"),
            Map.entry(60, "stage_wrong"),
            Map.entry(64, "memory_allocation"),
            Map.entry(72, "srcSize_wrong"));

    private ZstdFailures() {}

    static CodecFailure of(ZstdException failure) {
        int number = (int) Math.abs(failure.getErrorCode());
        String text = failure.getMessage();
        return new CodecFailure(
                "ZSTD_error_" + NAMES.getOrDefault(number, "GENERIC"), -number, text == null ? "zstd failed" : text);
    }
}
