package dev.mastro.command.facts;

import dev.mastro.shared.LedgerEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;

/** The one way in which an aggregate records a fact. */
public final class Facts {

    private static final String RESOURCE = Facts.class.getName();

    private Facts() {}

    /** Applies a fact to the aggregate in scope; {@code subject} is the id of that aggregate. */
    public static void apply(LedgerEvent event, Object subject) {
        AggregateLifecycle.apply(event);
        of(CurrentUnitOfWork.get()).add(new Fact(event, subject.toString(), sequence()));
    }

    /** Axon publishes the first fact of an aggregate only once the aggregate is made. */
    private static long sequence() {
        Long version = AggregateLifecycle.getVersion();
        return version == null ? 0 : version;
    }

    /** All facts of the unit of work so far, in order. */
    public static List<Fact> of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> new ArrayList<>());
    }
}
