package dev.troupe.server.http;

/**
 * An answer with a body in memory. A value; the bytes are not copied.
 *
 * @param status 200 to 599
 * @param type the media type
 * @param body the body
 */
public record Reply(int status, String type, byte[] body) {}
