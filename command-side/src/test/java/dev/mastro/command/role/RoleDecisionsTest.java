package dev.mastro.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.catalog.ActorRole;
import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Step;
import dev.mastro.command.ledger.Actor;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountRole;
import dev.mastro.shared.account.RoleGiven;
import dev.mastro.shared.account.RoleTaken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleDecisionsTest {

    private static final AccountId ID = BookFixture.ACCOUNT;

    private final BookFixture zoom = BookFixture.zoom();

    @Test
    void a_role_is_given_once_and_replaced_by_another() {
        assertThat(give(zoom, AccountRole.ADMIN).only(RoleGiven.class).user()).isEqualTo("grace");
        assertThat(give(zoom, AccountRole.ADMIN).events()).isEmpty();
        give(zoom, AccountRole.BILLING);
        assertThat(zoom.book().account().customer().roles().of("grace"))
                .contains(AccountRole.BILLING);
    }

    @Test
    void who_lost_his_role_is_a_member_at_most() {
        give(zoom, AccountRole.OWNER);
        assertThat(take(zoom).all(RoleTaken.class)).hasSize(1);
        assertThat(take(zoom).events()).isEmpty();
        assertThat(zoom.book().account().customer().roles().of("grace"))
                .contains(AccountRole.MEMBER);
    }

    @Test
    void whoever_never_had_a_role_can_be_shut_out_too() {
        assertThat(take(zoom).all(RoleTaken.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER, MEMBER",
        "BILLING, MEMBER",
        "ADMIN, OWNER",
        "ADMIN, BILLING",
    })
    void nobody_gives_a_right_that_he_lacks(ActorRole actor, AccountRole role) {
        BookFixture goTo = BookFixture.goTo();
        goTo.by(actor);

        assertThat(
                        goTo.refused((book, at) ->
                                        RoleDecisions.give(
                                                new GiveRole(ID, "grace", role), book, at))
                                .rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    @Test
    void an_admin_does_not_take_the_role_of_an_owner_where_he_is_less() {
        BookFixture goTo = BookFixture.goTo();
        give(goTo, AccountRole.OWNER);
        goTo.by(ActorRole.ADMIN);

        assertThat(
                        goTo.refused((book, at) ->
                                        RoleDecisions.take(new TakeRole(ID, "grace"), book, at))
                                .rejection())
                .isEqualTo(Rejection.NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "owner:grace, BILLING, true",
        "billing:grace, BILLING, true",
        "owner:grace, ADMIN, false",
        "member:grace, OWNER, false",
        "owner:grace, MEMBER, false",
        "support:grace, MEMBER, true",
        "owner:ada, MEMBER, true"
    })
    void only_what_the_claimed_and_the_given_role_allow_is_allowed(
            String actor, AccountRole given, boolean allowed) {
        BookFixture goTo = BookFixture.goTo();
        give(goTo, given);
        goTo.by(Actor.parse(actor));

        assertThat(goTo.circumstances().actorMay(ActorRight.BILL)).isEqualTo(allowed);
    }

    @CanIgnoreReturnValue
    private static Step give(BookFixture account, AccountRole role) {
        return account.accepted(
                (book, at) -> RoleDecisions.give(new GiveRole(ID, "grace", role), book, at));
    }

    private static Step take(BookFixture account) {
        return account.accepted(
                (book, at) -> RoleDecisions.take(new TakeRole(ID, "grace"), book, at));
    }
}
