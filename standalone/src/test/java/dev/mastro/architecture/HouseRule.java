package dev.mastro.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.mastro.architecture.Predicates.areEvents;
import static dev.mastro.architecture.Predicates.areOfAFeatureButNoAggregates;
import static dev.mastro.architecture.Predicates.arePure;
import static dev.mastro.architecture.Predicates.dependOn;
import static dev.mastro.architecture.Predicates.mayKnowTheWeb;
import static dev.mastro.architecture.Predicates.sharedMayUse;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import wrong.mastro.command.ordering.BeanMaker;
import wrong.mastro.command.ordering.ImpureDecision;
import wrong.mastro.command.ordering.Lottery;
import wrong.mastro.command.ordering.OrderingConfiguration;
import wrong.mastro.command.ordering.OwnIds;
import wrong.mastro.command.ordering.OwnTime;
import wrong.mastro.command.ordering.ReaderWithGateway;
import wrong.mastro.command.ordering.ReadsTheOtherSide;
import wrong.mastro.command.ordering.TableAggregate;
import wrong.mastro.command.ordering.TableController;
import wrong.mastro.command.ordering.TableHandler;
import wrong.mastro.command.ordering.WebInRules;
import wrong.mastro.command.renewal.RenewalOfOrders;
import wrong.mastro.command.work.WorkThatDecides;
import wrong.mastro.eventstore.codec.CodecOfPostgres;
import wrong.mastro.eventstore.postgres.LogOfOneSide;
import wrong.mastro.query.journal.CommandsTheOtherSide;
import wrong.mastro.query.journal.GatewayProjection;
import wrong.mastro.query.journal.JournalOfTimeline;
import wrong.mastro.query.journal.OpenStream;
import wrong.mastro.query.journal.WholeStream;
import wrong.mastro.shared.DecimalPaid;
import wrong.mastro.shared.GuavaUser;
import wrong.mastro.shared.InexactAmount;
import wrong.mastro.shared.InexactShares;
import wrong.mastro.shared.JacksonInShared;
import wrong.mastro.shared.LonelyPaid;
import wrong.mastro.shared.MutablePaid;
import wrong.mastro.shared.Nest;
import wrong.mastro.shared.UnrevisedPaid;
import wrong.mastro.shared.codec.SpringInCodec;

/** A rule of the house about classes, and the classes that break it on purpose. */
@SuppressWarnings("ImmutableEnumChecker") // ArchUnit's rules never change, but do not say so.
enum HouseRule {
    THE_COMMAND_SIDE_NEVER_SEES_THE_QUERY_SIDE(
            noClasses()
                    .that()
                    .resideInAPackage(Packages.COMMAND)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(Packages.QUERY),
            ReadsTheOtherSide.class),

    THE_QUERY_SIDE_NEVER_SEES_THE_COMMAND_SIDE(
            noClasses()
                    .that()
                    .resideInAPackage(Packages.QUERY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(Packages.COMMAND),
            CommandsTheOtherSide.class),

    NEITHER_THE_LANGUAGE_NOR_THE_LOG_SEES_A_SIDE(
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            Packages.SHARED, Packages.EVENT_STORE, Packages.EMBEDDED_POSTGRES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Packages.COMMAND, Packages.QUERY),
            LogOfOneSide.class),

    SHARED_USES_NEXT_TO_NOTHING(
            classes()
                    .that()
                    .resideInAPackage(Packages.SHARED)
                    .and()
                    .resideOutsideOfPackage("*.mastro.shared.codec..")
                    .should()
                    .onlyDependOnClassesThat(sharedMayUse()),
            JacksonInShared.class),

    THE_CODEC_ALONE_KNOWS_JACKSON_ITSELF(
            classes()
                    .that()
                    .resideInAPackage("*.mastro.shared.codec..")
                    .should()
                    .onlyDependOnClassesThat(
                            sharedMayUse().or(resideInAPackage("tools.jackson.."))),
            SpringInCodec.class),

    DECISIONS_ARE_PURE(
            noClasses()
                    .that(arePure())
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Packages.FRAMEWORKS)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Packages.JDBC),
            ImpureDecision.class),

    ONLY_CONTROLLERS_KNOW_THE_WEB(
            noClasses()
                    .that(not(mayKnowTheWeb()))
                    .and()
                    .resideInAnyPackage(Packages.COMMAND, Packages.QUERY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Packages.WEB),
            WebInRules.class),

    CONTROLLERS_KNOW_NO_TABLES(
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Packages.JDBC),
            TableController.class),

    AGGREGATES_KNOW_NO_TABLES(
            noClasses()
                    .that()
                    .areAnnotatedWith(Aggregate.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(Packages.JDBC),
            TableAggregate.class),

    COMMAND_HANDLERS_KNOW_NO_TABLES_AND_NO_WEB(
            methods()
                    .that()
                    .areAnnotatedWith(CommandHandler.class)
                    .should()
                    .beDeclaredInClassesThat(
                            not(dependOn(Packages.JDBC)).and(not(dependOn(Packages.WEB)))),
            TableHandler.class),

    WHO_READS_TABLES_SENDS_NO_COMMANDS(
            noClasses()
                    .that(dependOn(Packages.JDBC))
                    .and()
                    .resideInAnyPackage(Packages.COMMAND, Packages.QUERY)
                    .and()
                    .resideOutsideOfPackage(Packages.PLATFORM)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.axonframework.commandhandling.gateway.."),
            ReaderWithGateway.class),

    THE_QUERY_SIDE_SENDS_NO_COMMANDS(
            noClasses()
                    .that()
                    .resideInAPackage(Packages.QUERY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.axonframework.commandhandling..",
                            "org.axonframework.modelling.command.."),
            GatewayProjection.class),

    FEATURES_OF_THE_COMMAND_SIDE_FORM_NO_CYCLES(
            slices().matching("*.mastro.command.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .ignoreDependency(resideInAPackage(Packages.UNIT_OF_WORK), alwaysTrue())
                    .ignoreDependency(alwaysTrue(), resideInAPackage(Packages.UNIT_OF_WORK)),
            RenewalOfOrders.class),

    THE_UNIT_OF_WORK_KNOWS_AGGREGATES_ONLY(
            noClasses()
                    .that()
                    .resideInAPackage(Packages.UNIT_OF_WORK)
                    .should()
                    .dependOnClassesThat(areOfAFeatureButNoAggregates()),
            WorkThatDecides.class),

    FEATURES_OF_THE_QUERY_SIDE_FORM_NO_CYCLES(
            slices().matching("*.mastro.query.(*)..").should().beFreeOfCycles(),
            JournalOfTimeline.class),

    PARTS_OF_THE_LOG_FORM_NO_CYCLES(
            slices().matching("*.mastro.eventstore.(*)..").should().beFreeOfCycles(),
            CodecOfPostgres.class),

    ONLY_THE_PLATFORM_CONFIGURES(
            classes()
                    .that()
                    .areAnnotatedWith(Configuration.class)
                    .should()
                    .resideInAPackage(Packages.PLATFORM),
            OrderingConfiguration.class),

    ONLY_THE_PLATFORM_MAKES_BEANS(
            methods()
                    .that()
                    .areAnnotatedWith(Bean.class)
                    .should()
                    .beDeclaredInClassesThat()
                    .resideInAPackage(Packages.PLATFORM),
            BeanMaker.class),

    TIME_AND_IDS_COME_IN(
            classes()
                    .that()
                    .resideOutsideOfPackage(Packages.PLATFORM)
                    .should(Conditions.takeNoTimeAndNoIdFromThinAir()),
            OwnTime.class,
            OwnIds.class),

    QUERIES_GIVE_BACK_THEIR_CONNECTION(
            noClasses().should().callMethod(MappedQuerySpec.class, "stream"), OpenStream.class),

    /** Without a number a stream may begin with what an aggregate was, which is for Axon alone. */
    EVENTS_ARE_READ_FROM_A_NUMBER_ON(
            noClasses().should().callMethod(EventStore.class, "readEvents", String.class),
            WholeStream.class),

    CHANCE_IS_NOT_USED(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(Packages.PLATFORM, Packages.EMBEDDED_POSTGRES)
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(Packages.CHANCE),
            Lottery.class),

    NUMBERS_ARE_EXACT(
            classes().that().areNotAnnotations().should(Conditions.declareNoInexactNumber()),
            InexactAmount.class,
            InexactShares.class),

    AMOUNTS_OF_AN_EVENT_ARE_MONEY(
            classes().that(areEvents()).should(Conditions.carryNoBigDecimal()), DecimalPaid.class),

    AN_EVENT_IS_A_RECORD(classes().that(areEvents()).should().beRecords(), MutablePaid.class),

    AN_EVENT_HAS_A_REVISION(
            classes().that(areEvents()).should().beAnnotatedWith(Revision.class),
            UnrevisedPaid.class),

    AN_EVENT_BELONGS_TO_A_SEALED_FAMILY(
            classes().that(areEvents()).should(Conditions.belongToOneSealedFamily()),
            LonelyPaid.class),

    AN_EVENT_IS_TOP_LEVEL(
            classes().that(areEvents()).should().beTopLevelClasses(), Nest.NestedPaid.class),

    SOME_LIBRARIES_ARE_NOT_USED(
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "lombok..",
                            "io.vavr..",
                            "org.joda.time..",
                            "org.junit",
                            "junit..",
                            "com.google.common..",
                            "com.fasterxml.jackson.databind.."),
            GuavaUser.class);

    private final ArchRule rule;

    private final List<Class<?>> offenders;

    HouseRule(ArchRule rule, Class<?>... offenders) {
        this.rule = rule;
        this.offenders = List.of(offenders);
    }

    /** Classes that break this rule on purpose. */
    List<Class<?>> offenders() {
        return offenders;
    }

    ArchRule rule() {
        return rule;
    }
}
