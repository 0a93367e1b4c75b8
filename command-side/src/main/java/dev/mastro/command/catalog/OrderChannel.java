package dev.mastro.command.catalog;

/** Who takes an order: what the customer may not do alone goes to one of the others. */
public enum OrderChannel {
    /** The customer, online. Everybody below may do it too, on the customer's behalf. */
    SELF_SERVICE,
    /** Customer care (billing.md R004-06); refused to others with CONTACT_SUPPORT. */
    SUPPORT,
    /** Sales or the account executive (billing.md R001-08); refused with CONTACT_SALES. */
    SALES,
    /** The corporate representative (billing.md R003-08); refused with CORPORATE_CHANNEL. */
    CORPORATE
}
