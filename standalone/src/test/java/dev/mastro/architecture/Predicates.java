package dev.mastro.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.mastro.shared.LedgerEvent;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** Which classes a rule is about. */
final class Predicates {

    private Predicates() {}

    static DescribedPredicate<JavaClass> sharedMayUse() {
        return resideInAnyPackage(
                        "java..",
                        Packages.SHARED,
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.annotation",
                        "org.joda.money..")
                .or(name(Revision.class.getName()))
                .as("classes of the JDK, of shared, of Joda-Money and some annotations");
    }

    static DescribedPredicate<JavaClass> arePure() {
        DescribedPredicate<JavaClass> named =
                DescribedPredicate.describe(
                        "are named like a decision",
                        type ->
                                resideInAnyPackage(Packages.COMMAND, Packages.QUERY).test(type)
                                        && topLevel(type)
                                                .getSimpleName()
                                                .matches(Packages.PURE_NAMES));
        return resideInAnyPackage(Packages.PURE).or(named).as("are pure");
    }

    /** The platform translates between the web and the rest of a side. */
    static DescribedPredicate<JavaClass> mayKnowTheWeb() {
        return DescribedPredicate.describe(
                "are controllers or wiring",
                type ->
                        topLevel(type).getSimpleName().endsWith("Controller")
                                || resideInAnyPackage(Packages.PLATFORM, Packages.WEB_WIRING)
                                        .test(type));
    }

    /** Paid commands are the exception: they are decided twice, with the charge in between. */
    static DescribedPredicate<JavaClass> areOfAFeatureButNoAggregates() {
        return DescribedPredicate.describe(
                "are of a feature but no aggregates",
                type ->
                        resideInAPackage(Packages.COMMAND).test(type)
                                && !resideInAPackage(Packages.UNIT_OF_WORK).test(type)
                                && !resideInAnyPackage(Packages.COMMON).test(type)
                                && !type.isAnnotatedWith(Aggregate.class)
                                && !topLevel(type).getSimpleName().matches("PaidCommand|Proposal"));
    }

    static DescribedPredicate<JavaClass> dependOn(String... packages) {
        DescribedPredicate<JavaClass> there = resideInAnyPackage(packages);
        return DescribedPredicate.describe(
                "depend on " + String.join(", ", packages),
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .anyMatch(there));
    }

    static DescribedPredicate<JavaClass> areEvents() {
        return resideInAPackage(Packages.SHARED)
                .and(assignableTo(LedgerEvent.class))
                .and(DescribedPredicate.not(JavaClass.Predicates.INTERFACES))
                .as("are events");
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(Predicates::topLevel).orElse(type);
    }
}
