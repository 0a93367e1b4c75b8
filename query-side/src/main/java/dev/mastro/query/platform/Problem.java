package dev.mastro.query.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem in the form of RFC 9457 with a stable code, as the other side tells it (api.md 1). */
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Map<String, String> facts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String remedy) {

    private static final String NO_TYPE = "about:blank";

    static ResponseEntity<Problem> answer(
            HttpStatus status,
            String code,
            String detail,
            Map<String, String> facts,
            @Nullable String remedy) {
        Problem problem =
                new Problem(
                        NO_TYPE,
                        status.getReasonPhrase(),
                        status.value(),
                        code,
                        detail,
                        facts,
                        remedy);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
