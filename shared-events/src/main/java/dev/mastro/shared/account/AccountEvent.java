package dev.mastro.shared.account;

import dev.mastro.shared.LedgerEvent;

/** A fact in the life of one account. */
public sealed interface AccountEvent extends LedgerEvent
        permits AccountOpened,
                BillingDetailsChanged,
                TermsAccepted,
                PaymentMethodChanged,
                TimeZoneChanged,
                RoleGiven,
                RoleTaken,
                PasswordChanged,
                AutoApplyCreditSwitched,
                OrderPlaced,
                OrderHeld,
                OrderLapsed,
                InvoiceNumberAssigned,
                CreditNoteNumberAssigned,
                ReceivableCleared,
                PaymentReceived,
                CreditGranted,
                CreditApplied,
                CreditExpired,
                CreditReturned,
                RefundIssued,
                RefundSettled,
                DebtWrittenOff,
                DisputeOpened,
                DisputeWon,
                DisputeLost,
                AccountDowngraded,
                AccountClosed {}
