package dev.troupe.core.file;

/**
 * What {@code statfs(2)} tells, as far as the JDK hands it on. A value.
 *
 * @param type the name of the kind of file system, for example {@code ext4}
 * @param bsize bytes of a block
 * @param blocks blocks in all
 * @param bfree free blocks
 * @param bavail free blocks for unprivileged users
 */
public record FileSystemStat(String type, long bsize, long blocks, long bfree, long bavail) {}
