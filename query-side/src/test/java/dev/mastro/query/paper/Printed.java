package dev.mastro.query.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader sees of a PDF: its text, page by page, and where on the page it stands. */
final class Printed {

    private final byte[] pdf;

    Printed(byte[] pdf) {
        this.pdf = pdf;
    }

    /** A run of text; places in points from the top left corner of the page. */
    record Place(String text, int left, int top) {}

    byte[] pdf() {
        return pdf;
    }

    String text() {
        return textOf(1, Integer.MAX_VALUE);
    }

    String page(int page) {
        return textOf(page, page);
    }

    int pages() {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All runs of text of the first page. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        var _ =
                read(
                        1,
                        1,
                        new PDFTextStripper() {
                            @Override
                            protected void writeString(String text, List<TextPosition> positions)
                                    throws IOException {
                                TextPosition first = positions.getFirst();
                                places.add(
                                        new Place(
                                                text,
                                                Math.round(first.getXDirAdj()),
                                                Math.round(first.getYDirAdj())));
                                super.writeString(text, positions);
                            }
                        });
        return places;
    }

    boolean embedsAllFonts() {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    if (!page.getResources().getFont(font).isEmbedded()) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String textOf(int first, int last) {
        return read(first, last, new PDFTextStripper());
    }

    private String read(int first, int last, PDFTextStripper stripper) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.setSortByPosition(true);
            stripper.setStartPage(first);
            stripper.setEndPage(last);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
