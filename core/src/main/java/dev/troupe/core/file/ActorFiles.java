package dev.troupe.core.file;

import dev.troupe.core.spi.ActorRuntime;

/**
 * All file calls of one actor, by what they work on. Made once for each start on the first use of files; any thread,
 * since calls that may block run elsewhere than on the loop; what it opened ends with the actor's scope.
 *
 * @param queries calls that look at paths
 * @param changes calls that make, move and remove names
 * @param attributes calls that change what a file says about itself
 * @param table open files by number
 * @param watches watched files and directories by number
 */
public record ActorFiles(
        FileQueries queries, FileChanges changes, FileMarks attributes, FileTable table, WatchTable watches) {

    /** The files of {@code actor}, over its permissions, limits and scope. */
    public static ActorFiles of(ActorRuntime actor) {
        FileGate gate = new FileGate(actor.permissions());
        FileQueries queries = new FileQueries(gate);
        int bound = actor.limits().openFiles();
        return new ActorFiles(
                queries,
                new FileChanges(gate, queries),
                new FileMarks(gate),
                new FileTable(gate, actor.scope(), bound),
                new WatchTable(gate, actor.scope(), bound));
    }
}
