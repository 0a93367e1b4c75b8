package dev.mastro.query.seller;

import dev.mastro.shared.view.InvoicesBlock;
import dev.mastro.shared.view.OrderBlocking;

/** The part of a seller's policy that says which debts stand in the way of orders. */
record AccessRules(InvoicesBlock outstandingInvoicesBlock, ComeBack comeBack) {

    /** The way back after non-payment. */
    enum ComeBack {
        PAY_THEN_BUY(InvoicesBlock.ANY_OPEN),
        BUY(InvoicesBlock.OFF);

        private final InvoicesBlock block;

        ComeBack(InvoicesBlock block) {
            this.block = block;
        }
    }

    OrderBlocking blocking() {
        return new OrderBlocking(outstandingInvoicesBlock, comeBack.block);
    }
}
