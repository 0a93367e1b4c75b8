package dev.mastro.command.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.Places;
import dev.mastro.command.http.RequestMistake;
import dev.mastro.command.http.Text;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.account.Channel;
import dev.mastro.shared.account.PaymentTerms;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opening an account and keeping what the customer told about himself. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private static final int USUAL_NET_DAYS = 30;
    private static final int MOST_NET_DAYS = 365;
    private static final String USUAL_LOCALE = "en";

    private final CommandSender commands;
    private final PathIds ids;

    AccountController(CommandSender commands, PathIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    /** Who buys, and how he is billed. */
    record OpenRequest(@JsonUnwrapped Party party, @JsonUnwrapped Agreement agreement) {

        AccountProfile profile() {
            PaymentTerms terms = agreement.terms();
            return new AccountProfile(
                    party.seller(),
                    Places.country("country", party.country()),
                    Places.currency("currency", party.currency()),
                    Places.zone("timeZone", party.timeZone(), party.country()),
                    Places.locale(
                            "locale", Objects.requireNonNullElse(party.locale(), USUAL_LOCALE)),
                    terms,
                    agreement.days(terms),
                    Objects.requireNonNullElse(agreement.channel(), Channel.SELF_SERVICE));
        }

        BillingDetails details() {
            String email = Places.email("email", party.email());
            return new BillingDetails(party.name(), email, null, null, null, null);
        }
    }

    /** The customer and the seller. */
    record Party(
            String seller,
            String name,
            String email,
            String country,
            String currency,
            @Nullable String timeZone,
            @Nullable String locale) {}

    /** How the account pays and orders. */
    record Agreement(
            @Nullable PaymentTerms paymentTerms,
            @Nullable Integer netDays,
            @Nullable String paymentMethod,
            @Nullable Channel channel,
            @Nullable String acceptTerms) {

        PaymentTerms terms() {
            return Objects.requireNonNullElse(paymentTerms, PaymentTerms.CARD);
        }

        int days(PaymentTerms terms) {
            boolean byCard = terms == PaymentTerms.CARD;
            int days = Objects.requireNonNullElse(netDays, byCard ? 0 : USUAL_NET_DAYS);
            if (days < 0 || days > (byCard ? 0 : MOST_NET_DAYS)) {
                throw RequestMistake.in(
                        "netDays", "netDays must be from 0 to 365, and is for ON_INVOICE only.");
            }
            return days;
        }
    }

    /** What documents carry. */
    record DetailsRequest(
            String name,
            String email,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String vatNumber,
            @Nullable String country) {

        BillingDetails details() {
            return new BillingDetails(
                    name,
                    Places.email("email", email),
                    street,
                    city,
                    postalCode,
                    vatNumber,
                    country == null ? null : Places.country("country", country));
        }
    }

    /** A payment method, as the gateway knows it, and its last month, like 2027-06. */
    record PaymentMethodRequest(String token, @Nullable String expires) {

        @Nullable YearMonth lastMonth() {
            return expires == null ? null : Places.month("expires", expires);
        }
    }

    /** A time zone by its IANA name. */
    record TimeZoneRequest(String timeZone) {

        ZoneId zone() {
            return Places.zone("timeZone", timeZone, "");
        }
    }

    /** The version of the terms that was accepted. */
    record TermsRequest(String version) {}

    /** Why the account is closed. */
    record ClosureRequest(@Text(max = 1000) String reason) {}

    @PostMapping
    ResponseEntity<byte[]> open(@RequestBody OpenRequest request, Call call) {
        return commands.send(
                call,
                new OpenAccount(
                        call.newAccount(),
                        request.profile(),
                        request.details(),
                        request.agreement().paymentMethod(),
                        request.agreement().acceptTerms()));
    }

    @PutMapping("/{id}/billing-details")
    ResponseEntity<byte[]> changeDetails(
            @PathVariable String id, @RequestBody DetailsRequest request, Call call) {
        return commands.send(call, new ChangeBillingDetails(ids.account(id), request.details()));
    }

    @PutMapping("/{id}/payment-method")
    ResponseEntity<byte[]> changePaymentMethod(
            @PathVariable String id, @RequestBody PaymentMethodRequest request, Call call) {
        return commands.send(
                call,
                new ChangePaymentMethod(ids.account(id), request.token(), request.lastMonth()));
    }

    @PutMapping("/{id}/time-zone")
    ResponseEntity<byte[]> moveToTimeZone(
            @PathVariable String id, @RequestBody TimeZoneRequest request, Call call) {
        return commands.send(call, new MoveToTimeZone(ids.account(id), request.zone()));
    }

    @PostMapping("/{id}/terms-acceptance")
    ResponseEntity<byte[]> acceptTerms(
            @PathVariable String id, @RequestBody TermsRequest request, Call call) {
        return commands.send(call, new AcceptTerms(ids.account(id), request.version()));
    }

    @PostMapping("/{id}/closure")
    ResponseEntity<byte[]> close(
            @PathVariable String id, @RequestBody ClosureRequest request, Call call) {
        return commands.send(call, new CloseAccount(ids.account(id), request.reason()));
    }
}
