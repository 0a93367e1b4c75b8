package dev.mastro.command.payment.page;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.ledger.RuleViolation;
import dev.mastro.command.payment.AttemptLimit;
import dev.mastro.command.payment.ExpressNumbers;
import dev.mastro.command.payment.ExpressNumbers.Payable;
import dev.mastro.command.payment.PaidCommands;
import dev.mastro.command.payment.PayExpress;
import dev.mastro.command.payment.Payment;
import dev.mastro.command.payment.page.PayPage.Offer;
import dev.mastro.shared.codec.LedgerJson;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the link of a dunning mail leads (billing.md R000-08 to R000-10). */
@Hidden // It is for people: programs pay at /api/v1/express-payments.
@RestController
@RequestMapping("/pay")
class PayPageController {

    private static final JsonMapper JSON = LedgerJson.mapper();

    private final CommandSender commands;
    private final PaidCommands paidCommands;
    private final ExpressNumbers numbers;
    private final AttemptLimit attempts;
    private final PayPage page;

    PayPageController(
            CommandSender commands,
            PaidCommands paidCommands,
            ExpressNumbers numbers,
            AttemptLimit attempts,
            PayPage page) {
        this.commands = commands;
        this.paidCommands = paidCommands;
        this.numbers = numbers;
        this.attempts = attempts;
        this.page = page;
    }

    /** Nothing is looked up yet, so the page tells nobody what exists. */
    @GetMapping
    ResponseEntity<byte[]> ask(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String invoice,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String accepted) {
        PageWords words = PageWords.of(lang, accepted);
        return answer(HttpStatus.OK, words, page.ask(words, Numbers.of(account, invoice), null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> offer(Call call, HttpServletRequest http) throws IOException {
        Visit visit = visit(http);
        return limited(
                visit,
                () -> {
                    Payable payable = find(visit);
                    ResponseEntity<byte[]> answer =
                            commands.send(
                                    call.by(ExpressNumbers.STRANGER),
                                    new AskPayable(payable.account(), payable.invoice()));
                    if (!answer.getStatusCode().is2xxSuccessful()) {
                        return refused(visit);
                    }
                    JsonNode body = JSON.readTree(answer.getBody());
                    Money left = JSON.treeToValue(body.path("left"), Money.class);
                    String attempt = call.fresh().toString();
                    return answer(
                            HttpStatus.OK,
                            visit.words(),
                            page.offer(
                                    visit.words(),
                                    visit.numbers(),
                                    new Offer(body.path("seller").asString(), left, attempt)));
                });
    }

    /** The same form sent twice is one payment, answered twice. */
    @PostMapping(path = "/payment", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> pay(Call call, HttpServletRequest http) throws IOException {
        Visit visit = visit(http);
        return limited(
                visit,
                () -> {
                    Payable payable = find(visit);
                    Call attempt =
                            call.by(ExpressNumbers.STRANGER).under("pay-page:" + visit.attempt());
                    PayExpress payment =
                            new PayExpress(
                                    payable.account(),
                                    payable.invoice(),
                                    attempt.newId(payable.account(), "express"),
                                    visit.token(),
                                    visit.amount(),
                                    Payment.none());
                    ResponseEntity<byte[]> answer =
                            commands.send(attempt, payment, paidCommands::send);
                    return answer.getStatusCode().is2xxSuccessful()
                            ? thank(visit, JSON.readTree(answer.getBody()))
                            : refused(visit);
                });
    }

    private ResponseEntity<byte[]> thank(Visit visit, JsonNode receipt) {
        return answer(
                HttpStatus.OK,
                visit.words(),
                page.thank(
                        visit.words(),
                        visit.numbers(),
                        JSON.treeToValue(receipt.at("/payment/amount"), Money.class),
                        JSON.treeToValue(receipt.at("/invoice/due"), Money.class)));
    }

    private Payable find(Visit visit) {
        return numbers.find(visit.numbers().account(), visit.numbers().invoice());
    }

    private ResponseEntity<byte[]> limited(Visit visit, Supplier<ResponseEntity<byte[]>> work) {
        if (!attempts.allows(visit.address())) {
            return again(visit, HttpStatus.TOO_MANY_REQUESTS, "too.many");
        }
        try {
            return work.get();
        } catch (RuleViolation _) {
            return refused(visit);
        }
    }

    private ResponseEntity<byte[]> refused(Visit visit) {
        return again(visit, HttpStatus.UNPROCESSABLE_CONTENT, "refused");
    }

    private ResponseEntity<byte[]> again(Visit visit, HttpStatus status, String alert) {
        return answer(status, visit.words(), page.ask(visit.words(), visit.numbers(), alert));
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, PageWords words, String html) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .header("Content-Security-Policy", page.policy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(html.getBytes(StandardCharsets.UTF_8));
    }

    private static Visit visit(HttpServletRequest http) throws IOException {
        return Visit.of(
                new String(http.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                http.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                http.getRemoteAddr());
    }
}
