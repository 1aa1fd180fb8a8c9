// What an actor is given: written by `troupe types`, which replaces it. Keep it in the project, so that editors find it.

declare module "@troupe/actor" {
  /** What a program finds out about itself and is given to work with: the argument of its `start` function. */
  export interface ActorContext {
    readonly metadata: Metadata;
    /** The actor's own storage: ordered by key, kept over crashes and restarts, deleted when the actor is destroyed. */
    readonly kv: Kv;
    /** Aborts when the actor is being destroyed: what it still does has to end within its grace. */
    readonly signal: AbortSignal;
    /** Writes one JSON object a line: `debug` and `info` to stdout, `warn` and `error` to stderr. */
    readonly log: Log;
  }

  /** A program: the default export of its file, an object or a class with a static `start`. */
  export interface ActorProgram {
    /** Called once. The actor lives while the promise is pending, or as long as something it opened keeps it alive. */
    start(ctx: ActorContext): unknown;
  }

  export interface Metadata {
    readonly actor: { readonly id: string; readonly tags: Tags; readonly createdAt: Date };
    readonly project: { readonly id: string; readonly slug: string };
    readonly environment: { readonly id: string; readonly slug: string };
    readonly region: { readonly id: string; readonly name: string };
    readonly cluster: { readonly id: string };
    readonly build: { readonly id: string; readonly tags: Tags };
    readonly network: { readonly ports: { readonly [name: string]: Port | undefined } };
  }

  export type Tags = { readonly [key: string]: string | undefined };

  export interface Port {
    readonly protocol: "http" | "https" | "tcp" | "tcp_tls" | "udp";
    /** The number to listen on, also in `process.env.PORT_<NAME>`. */
    readonly internalPort: number;
    readonly hostname: string;
    readonly port: number;
    readonly path: string;
    /** How a client connects. */
    readonly url: string;
    readonly routing: { readonly guard?: object; readonly host?: object };
  }

  /** The message, or an error or an object whose members become fields; and more fields. */
  export interface Log {
    debug(message: unknown, fields?: unknown): void;
    info(message: unknown, fields?: unknown): void;
    warn(message: unknown, fields?: unknown): void;
    error(message: unknown, fields?: unknown): void;
  }

  /** One part of a key. Keys are ordered by type, then by value. */
  export type KeyElement = string | number | bigint | boolean | null | Uint8Array;
  /** A key: one element, which is the same as a list of that one, or a list. At most 2,048 bytes. */
  export type Key = KeyElement | readonly KeyElement[];

  /** `"value"`, the default, stores what `structuredClone` can copy; `"arrayBuffer"` stores bytes. */
  export interface ValueFormat {
    format?: "value";
  }

  export interface BytesFormat {
    format: "arrayBuffer";
  }

  /** A range of keys: `prefix` goes before `start`, that before `startAfter`; `end` is exclusive. */
  export interface Range {
    /** Whole elements: `["a"]` is `["a", 1]` and not `["ab"]`. */
    prefix?: Key;
    start?: Key;
    startAfter?: Key;
    end?: Key;
    reverse?: boolean;
    limit?: number;
  }

  export interface Kv {
    /** The value, or null. */
    get<V = unknown>(key: Key, options?: ValueFormat): Promise<V | null>;
    get(key: Key, options: BytesFormat): Promise<ArrayBuffer | null>;

    /** The values of at most 128 keys; keys that have none are not in it. */
    getBatch<V = unknown, K extends Key = Key>(keys: readonly K[], options?: ValueFormat): Promise<HashMap<K, V>>;
    getBatch<K extends Key = Key>(keys: readonly K[], options: BytesFormat): Promise<HashMap<K, ArrayBuffer>>;

    /** The entries of a range in the order of their keys. */
    list<V = unknown, K extends Key = Key>(options?: Range & ValueFormat): Promise<HashMap<K, V>>;
    list<K extends Key = Key>(options: Range & BytesFormat): Promise<HashMap<K, ArrayBuffer>>;

    /** Stores a value of at most 128 KiB; when the promise settles it is on the disk, if the host has one. */
    put(key: Key, value: unknown, options?: ValueFormat): Promise<void>;
    put(key: Key, value: ArrayBuffer | ArrayBufferView, options: BytesFormat): Promise<void>;

    /** Stores at most 128 values and 976 KiB, all or none. */
    putBatch(entries: Iterable<readonly [Key, unknown]>, options?: ValueFormat): Promise<void>;
    putBatch(entries: Iterable<readonly [Key, ArrayBuffer | ArrayBufferView]>, options: BytesFormat): Promise<void>;

    /** A key that is not there is no error. */
    delete(key: Key): Promise<void>;
    deleteBatch(keys: readonly Key[]): Promise<void>;
    deleteAll(): Promise<void>;
  }

  /** Entries in their order, found by keys that are equal all the way down. */
  export interface HashMap<K, V> extends Iterable<[K, V]> {
    get(key: K): V | undefined;
    has(key: K): boolean;
    readonly size: number;
    entries(): IterableIterator<[K, V]>;
    array(): [K, V][];
    raw(): Map<K, V>;
  }
}

declare module "@rivet-gg/actor" {
  export * from "@troupe/actor";
}
