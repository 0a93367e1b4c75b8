package dev.mastro.query.audit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@ConditionalOnProperty(name = "mastro.event-store", havingValue = "postgres")
class SealController {

    private final Seal seal;

    SealController(Seal seal) {
        this.seal = seal;
    }

    @GetMapping("/seal")
    Seal.Head seal() {
        return seal.head();
    }

    @PostMapping("/verify")
    Seal.Report verify() {
        return seal.verify();
    }
}
