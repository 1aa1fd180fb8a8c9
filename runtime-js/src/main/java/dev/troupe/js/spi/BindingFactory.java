package dev.troupe.js.spi;

/** Makes one binding for one isolate. */
@FunctionalInterface
public interface BindingFactory {

    /**
     * Makes the object that {@code internalBinding(name)} returns: usually {@link Binding#of}. On the actor's loop.
     *
     * @param realm the isolate that asks
     */
    Object create(Realm realm);
}
