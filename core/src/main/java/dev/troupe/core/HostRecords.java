package dev.troupe.core;

import java.util.Map;

/**
 * Records of one kind that a service keeps with its host: fields of text, by id. Owned by the host; any thread. A
 * change has the store's promise: when the method returns it is on the disk, or it is not there.
 */
public interface HostRecords {
    /** The most records of a kind. */
    int MOST = 10_000;

    /** All of them. */
    Map<String, Map<String, String>> all();

    /**
     * Writes a record, in the place of the one with that id if there is one.
     *
     * @throws LimitExceededException if there are {@link #MOST} others
     * @throws DataDirectoryException if it cannot be written; then what was there is still there
     */
    void put(String id, Map<String, String> fields);

    /**
     * Removes a record; one that is not there is no error.
     *
     * @throws DataDirectoryException if that cannot be written; then it is still there
     */
    void remove(String id);
}
