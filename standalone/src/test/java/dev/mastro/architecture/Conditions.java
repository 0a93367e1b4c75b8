package dev.mastro.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What ArchUnit cannot say by itself. */
final class Conditions {

    private static final Set<String> INEXACT =
            Set.of("float", "double", Float.class.getName(), Double.class.getName());

    private Conditions() {}

    /** Synthetic methods are the compiler's: a lambda for a gauge may return a double. */
    static ArchCondition<JavaClass> declareNoInexactNumber() {
        return new ArchCondition<>("declare no float and no double") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                inexactDeclarations(type).forEach(it -> violation(events, type, it));
            }
        };
    }

    private static Stream<String> inexactDeclarations(JavaClass type) {
        Stream<String> fields =
                type.getFields().stream()
                        .filter(field -> isInexact(field.getRawType()))
                        .map(JavaField::getFullName);
        Stream<String> units =
                type.getCodeUnits().stream()
                        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(Conditions::isInexact)
                        .map(JavaCodeUnit::getFullName);
        return Stream.concat(fields, units);
    }

    private static boolean isInexact(JavaCodeUnit unit) {
        return isInexact(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(Conditions::isInexact);
    }

    private static boolean isInexact(JavaClass type) {
        return INEXACT.contains(type.getBaseComponentType().getName());
    }

    /** Also not in the records of an event's components; an amount is a Money. */
    static ArchCondition<JavaClass> carryNoBigDecimal() {
        return new ArchCondition<>("carry no BigDecimal") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                decimals(type, new HashSet<>()).forEach(it -> violation(events, type, it));
            }
        };
    }

    private static Stream<String> decimals(JavaClass type, Set<JavaClass> seen) {
        if (!seen.add(type)) {
            return Stream.empty();
        }
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(field -> decimals(field, seen));
    }

    private static Stream<String> decimals(JavaField field, Set<JavaClass> seen) {
        if (field.getRawType().isEquivalentTo(BigDecimal.class)) {
            return Stream.of(field.getFullName());
        }
        return field.getType().getAllInvolvedRawTypes().stream()
                .filter(JavaClass::isRecord)
                .flatMap(component -> decimals(component, seen));
    }

    static ArchCondition<JavaClass> belongToOneSealedFamily() {
        return new ArchCondition<>("belong to one sealed family") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaClass> families = List.copyOf(type.getRawInterfaces());
                if (families.size() != 1 || !families.getFirst().reflect().isSealed()) {
                    violation(events, type, "its families are " + families);
                }
            }
        };
    }

    /** A clock must be handed in, and an id must come from outside or be derived. */
    static ArchCondition<JavaClass> takeNoTimeAndNoIdFromThinAir() {
        return new ArchCondition<>("take no time and no id from thin air") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(Conditions::isFromThinAir)
                        .forEach(call -> violation(events, type, call.getDescription()));
            }
        };
    }

    private static boolean isFromThinAir(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "now" ->
                    owner.getPackageName().startsWith("java.time")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isAssignableTo(Clock.class));
            case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "randomUUID" -> owner.isEquivalentTo(UUID.class);
            case "random" -> owner.isEquivalentTo(Math.class);
            default -> false;
        };
    }

    private static void violation(ConditionEvents events, JavaClass type, String what) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + what));
    }
}
