package dev.mastro.query.audit;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@ConditionalOnProperty(name = "mastro.event-store", havingValue = "postgres")
class SealController {

    private final Seal seal;
    private final Proofs proofs;
    private final LogExport export;

    SealController(Seal seal, Proofs proofs, LogExport export) {
        this.seal = seal;
        this.proofs = proofs;
        this.export = export;
    }

    @GetMapping("/seal")
    Seal.Signed seal() {
        return seal.signed(proofs.newest());
    }

    @GetMapping("/checkpoints")
    Page<CheckpointView> checkpoints(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return proofs.checkpoints(PageRequest.of(limit, after));
    }

    @GetMapping("/proof/{eventId}")
    EventProof proof(@PathVariable String eventId) {
        return proofs.of(Parameters.id(eventId));
    }

    @GetMapping("/export")
    void export(@RequestParam(required = false) @Nullable Long upTo, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        export.write(upTo, response.getOutputStream());
    }

    @PostMapping("/verify")
    Seal.Report verify() {
        return seal.verify();
    }
}
