package dev.mastro.benchmarks.telco;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The book of customers as the file tells it. */
record TelcoBook(List<TelcoCustomer> customers) {

    /** The day after the last month billed. */
    static final LocalDate END = LocalDate.of(2026, 1, 1);

    private static final int LONGEST_TENURE = 72;

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * Reads the file.
     *
     * @throws UnusableBook with one line that says which line of the file cannot be used, and why
     */
    static TelcoBook read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser records = FORMAT.parse(reader)) {
            return new TelcoBook(records.stream().map(TelcoBook::customer).toList());
        } catch (IOException e) {
            throw new UnusableBook("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** The first day of the oldest subscription. */
    LocalDate begin() {
        return customers.stream()
                .map(TelcoCustomer::startsOn)
                .min(LocalDate::compareTo)
                .orElse(END);
    }

    private static TelcoCustomer customer(CSVRecord line) {
        try {
            TelcoCustomer customer =
                    new TelcoCustomer(
                            line.get("customerID"),
                            Integer.parseInt(line.get("tenure")),
                            new BigDecimal(line.get("MonthlyCharges")),
                            line.get("PaymentMethod").endsWith("check"),
                            line.get("Churn").equals("Yes"));
            if (customer.tenure() < 0 || customer.tenure() > LONGEST_TENURE) {
                throw new IllegalArgumentException("tenure " + customer.tenure());
            }
            if (customer.serviceUnits() < 1) {
                throw new IllegalArgumentException("charges " + customer.monthlyCharges());
            }
            return customer;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnusableBook(
                    "customer %d of the file cannot be used: %s"
                            .formatted(line.getRecordNumber(), e.getMessage()));
        }
    }
}
