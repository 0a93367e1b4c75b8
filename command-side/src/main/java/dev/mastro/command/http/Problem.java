package dev.mastro.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mastro.command.ledger.Refusal;
import dev.mastro.shared.codec.LedgerJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** A problem in the form of RFC 9457 with a stable code (api.md 1). */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        Map<String, Object> facts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String remedy) {

    private static final String NO_TYPE = "about:blank";
    private static final JsonMapper JSON = LedgerJson.mapper();

    /** A problem without a remedy. */
    public static Problem of(
            HttpStatus status, String code, String detail, Map<String, Object> facts) {
        return new Problem(
                NO_TYPE, status.getReasonPhrase(), status.value(), code, detail, facts, null);
    }

    /** What a rule of the ledger refused. */
    public static Problem of(Refusal refusal) {
        HttpStatus status = HttpStatus.valueOf(refusal.rejection().kind().status());
        return new Problem(
                NO_TYPE,
                status.getReasonPhrase(),
                status.value(),
                refusal.rejection().name(),
                refusal.detail(),
                refusal.facts(),
                refusal.remedy());
    }

    /** The body. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /** The whole answer. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json().getBytes(StandardCharsets.UTF_8));
    }
}
