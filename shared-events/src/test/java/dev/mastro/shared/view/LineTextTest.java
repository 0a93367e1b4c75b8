package dev.mastro.shared.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTextTest {

    @Test
    void a_charge_names_product_licences_and_days() {
        assertThat(LineText.of(LedgerFixture.charge()))
                .isEqualTo("pro: 12 licences, 31 of 31 days");
    }

    @Test
    void a_credit_says_that_it_is_one() {
        assertThat(LineText.of(LedgerFixture.credit()))
                .isEqualTo("Credit for pro: 1 licence, 1 of 31 days");
    }
}
