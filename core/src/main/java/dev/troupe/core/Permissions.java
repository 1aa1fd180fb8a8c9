package dev.troupe.core;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * What an actor may touch: questions that are asked before every access, in Java, never in the program's realm. Pure and
 * thread-safe. A module file of the program's own is not a question: the loader confines those reads itself.
 */
public interface Permissions {

  /** May the file or directory at {@code path} (absolute, links resolved) be read? */
  boolean mayRead(Path path);

  /** May the file or directory at {@code path} (absolute, links resolved) be written, made or removed? */
  boolean mayWrite(Path path);

  /** May a socket listen at {@code address}, which is not one of the declared ports? */
  boolean mayListen(InetSocketAddress address);

  /** May a connection be made to {@code address} (resolved), asked for as {@code hostname}? */
  boolean mayConnect(String hostname, InetSocketAddress address);

  /** May a child process be spawned? */
  boolean maySpawn();

  /** May the host's own environment variables be read, beside those given to the actor? */
  boolean mayReadHostEnvironment();
}
