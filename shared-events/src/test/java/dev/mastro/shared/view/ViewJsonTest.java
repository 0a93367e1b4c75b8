package dev.mastro.shared.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.codec.LedgerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ViewJsonTest {

    private static final Path GOLDEN = Path.of("src/test/resources/views");

    private final JsonMapper json = LedgerJson.mapper();

    @Test
    void an_account_is_answered_as_the_contract_says() throws IOException {
        AccountState account = LedgerFixture.account();

        AccountView view =
                AccountView.of(
                        account,
                        List.of(LedgerFixture.subscription()),
                        new OrderBlocking(InvoicesBlock.ANY_OPEN, InvoicesBlock.ANY_OPEN),
                        LocalDate.parse("2025-05-02"));

        assertGolden(view, "account.json");
    }

    @Test
    void a_subscription_is_answered_as_the_contract_says() throws IOException {
        assertGolden(SubscriptionView.of(LedgerFixture.subscription()), "subscription.json");
    }

    @Test
    void an_invoice_is_answered_as_the_contract_says() throws IOException {
        assertGolden(InvoiceView.of(LedgerFixture.invoice()), "invoice.json");
    }

    @Test
    void a_credit_is_answered_as_the_contract_says() throws IOException {
        CreditGrant grant =
                new CreditGrant(
                        GrantId.of("55555555-5555-4555-8555-555555555555"),
                        LedgerFixture.eur("25.00"),
                        CreditSource.GOODWILL,
                        false,
                        LocalDate.parse("2025-12-31"));
        CreditGranted granted =
                new CreditGranted(LedgerFixture.ACCOUNT, grant, "LATE", LedgerFixture.MAY_1);

        assertGolden(CreditView.of(granted, LedgerFixture.eur("20.00")), "credit.json");
    }

    private void assertGolden(Object view, String file) throws IOException {
        String written = json.writerWithDefaultPrettyPrinter().writeValueAsString(view);
        String golden = Files.readString(GOLDEN.resolve(file));

        assertThat(json.readTree(written)).as(written).isEqualTo(json.readTree(golden));
    }
}
