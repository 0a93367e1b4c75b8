package dev.mastro.query.platform;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem in the form of RFC 9457 with a stable code (api.md 1). */
record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        Map<String, String> facts,
        @Nullable String remedy) {

    private static final URI BLANK = URI.create("about:blank");

    static ResponseEntity<Problem> answer(
            HttpStatus status,
            String code,
            String detail,
            Map<String, String> facts,
            @Nullable String remedy) {
        Problem problem =
                new Problem(
                        BLANK,
                        status.getReasonPhrase(),
                        status.value(),
                        detail,
                        code,
                        facts,
                        remedy);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
