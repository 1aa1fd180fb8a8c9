package dev.troupe.node.netty.transport;

import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultChannelConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a {@link PipeChannel}: those of every channel and two of TCP's. Those that only a wire has are
 * refused, which whoever sets them ignores. Owned by its channel; any thread.
 */
final class PipeConfig extends DefaultChannelConfig {
    private final PipeChannel pipe;
    private volatile boolean halfClosure;
    private volatile int linger = -1;

    PipeConfig(PipeChannel pipe) {
        super(pipe);
        this.pipe = pipe;
    }

    /** Does the end of the input leave the output open? */
    boolean halfClosure() {
        return halfClosure;
    }

    /** Is a close to be told as a reset? */
    boolean resets() {
        return linger == 0;
    }

    @Override
    protected void autoReadCleared() {
        pipe.readNoMore();
    }

    @Override
    public Map<ChannelOption<?>, Object> getOptions() {
        return getOptions(super.getOptions(), ChannelOption.ALLOW_HALF_CLOSURE, ChannelOption.SO_LINGER);
    }

    @Override
    @SuppressWarnings("unchecked") // an option's values have its type
    public <T> @Nullable T getOption(ChannelOption<T> option) {
        if (option.equals(ChannelOption.ALLOW_HALF_CLOSURE)) {
            return (T) Boolean.valueOf(halfClosure);
        }
        if (option.equals(ChannelOption.SO_LINGER)) {
            return (T) Integer.valueOf(linger);
        }
        return super.getOption(option);
    }

    @Override
    public <T> boolean setOption(ChannelOption<T> option, T value) {
        if (option.equals(ChannelOption.ALLOW_HALF_CLOSURE)) {
            halfClosure = (Boolean) value;
            return true;
        }
        if (option.equals(ChannelOption.SO_LINGER)) {
            linger = (Integer) value;
            return true;
        }
        return super.setOption(option, value);
    }
}
