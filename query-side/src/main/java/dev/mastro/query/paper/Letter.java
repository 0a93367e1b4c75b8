package dev.mastro.query.paper;

import dev.mastro.query.paper.Paper.Entry;
import dev.mastro.query.paper.Paper.Head;
import dev.mastro.query.paper.Paper.Heading;
import dev.mastro.query.paper.Paper.Sum;
import dev.mastro.query.paper.Paper.Text;
import dev.mastro.query.seller.Letterhead;
import dev.mastro.query.seller.Seller;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.BillingDetails;
import dev.mastro.shared.money.TaxRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What all documents of an account have in common: from whom, to whom, in which words. */
record Letter(AccountState account, Seller seller, Words words) {

    static Letter of(AccountState account, Seller seller) {
        return new Letter(account, seller, Words.of("documents", account.profile().locale()));
    }

    /** A share of a document that is taxed at one rate. */
    record Taxed(TaxRate rate, Money net, Money tax) {

        private Taxed plus(Taxed other) {
            return new Taxed(rate, net.plus(other.net), tax.plus(other.tax));
        }
    }

    Heading heading(String kind, String number, String toLabel) {
        Letterhead head = seller.head();
        return new Heading(
                words,
                words.get(kind),
                number,
                account.number(),
                new Head(seller.name(), printed(head), head.colour()),
                words.get(toLabel),
                foot(head));
    }

    /** Name and address of the customer, each in a line of its own. */
    List<Text> customer() {
        BillingDetails details = account.customer().details();
        List<Text> lines = new ArrayList<>();
        if (details != null) {
            lines.add(new Text("name", details.name()));
            add(lines, details.street());
            add(lines, joined(Stream.of(details.postalCode(), details.city()), " "));
        }
        add(lines, words.country(account.profile().country()));
        String vatNumber = details == null ? null : details.vatNumber();
        if (vatNumber != null && !vatNumber.isBlank()) {
            add(lines, words.get("customer.vat", vatNumber));
        }
        return lines;
    }

    Entry fact(String key, String text) {
        return new Entry(words.get(key), text);
    }

    Entry currency() {
        return fact("currency", account.currency().getCode());
    }

    /** Net, the tax of each rate, and the total. */
    List<Sum> sums(List<Taxed> lines) {
        Money zero = Money.zero(account.currency());
        Money net = lines.stream().map(Taxed::net).reduce(zero, Money::plus);
        Money tax = lines.stream().map(Taxed::tax).reduce(zero, Money::plus);
        List<Sum> sums = new ArrayList<>();
        sums.add(Sum.of(words.get("net"), words.amount(net)));
        byRate(lines).forEach(rate -> sums.add(taxRow(rate)));
        sums.add(Sum.strong(words.get("total"), words.money(net.plus(tax))));
        return sums;
    }

    String questions() {
        return words.get("note.questions", seller.head().email());
    }

    private Sum taxRow(Taxed taxed) {
        String label =
                taxed.rate().equals(TaxRate.ZERO)
                        ? words.get("tax.none")
                        : words.get(
                                "tax.rate",
                                words.percent(taxed.rate().percent()),
                                words.amount(taxed.net()));
        return Sum.of(label, words.amount(taxed.tax()));
    }

    private static List<Taxed> byRate(List<Taxed> lines) {
        Map<Integer, Taxed> rates = new TreeMap<>(Comparator.reverseOrder());
        lines.forEach(line -> rates.merge(line.rate().stored(), line, Taxed::plus));
        if (rates.size() > 1) {
            rates.remove(TaxRate.ZERO.stored());
        }
        return List.copyOf(rates.values());
    }

    private List<String> printed(Letterhead head) {
        List<String> lines = new ArrayList<>(head.lines());
        if (head.vatNumber() != null) {
            lines.add(words.get("seller.vat", head.vatNumber()));
        }
        return lines;
    }

    private List<String> foot(Letterhead head) {
        Stream<@Nullable String> address =
                Stream.concat(Stream.of(head.legalName()), head.lines().stream());
        String tax = head.vatNumber() == null ? "" : words.get("seller.vat", head.vatNumber());
        return List.of(
                joined(address, ", "),
                joined(Stream.of(tax, head.email(), head.website()), " \u00b7 "));
    }

    private static String joined(Stream<? extends @Nullable String> parts, String between) {
        return parts.filter(Letter::isGiven)
                .map(String::valueOf)
                .collect(Collectors.joining(between));
    }

    private static void add(List<Text> lines, @Nullable String text) {
        if (isGiven(text)) {
            lines.add(new Text("line", String.valueOf(text)));
        }
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    Money zero() {
        CurrencyUnit currency = account.currency();
        return Money.zero(currency);
    }
}
