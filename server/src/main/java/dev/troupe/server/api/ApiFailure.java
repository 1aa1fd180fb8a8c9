package dev.troupe.server.api;

/** A request that is answered with an error: the documented code, its status, and what to do about it. */
final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;

    ApiFailure(String code, int status, String message) {
        super(message, null, false, false); // an answer, not an accident: nobody reads its stack
        this.code = code;
        this.status = status;
    }

    static ApiFailure body(String message) {
        return new ApiFailure("API_BAD_BODY", 400, message);
    }

    static ApiFailure query(String message) {
        return new ApiFailure("API_BAD_QUERY_PARAMETER", 400, message);
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }
}
