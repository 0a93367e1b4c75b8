package dev.mastro.command.http;

import dev.mastro.command.Client.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A page as a browser has it; our pages are well-formed XML. */
record Page(Reply reply, Document document) {

    static Page of(Reply reply) {
        try {
            return new Page(
                    reply,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(
                                    new ByteArrayInputStream(
                                            reply.body().getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(reply.status() + " " + reply.body(), e);
        }
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }

    /** Where the first form goes. */
    String action() {
        return elements("form").getFirst().getAttribute("action");
    }

    /** The fields of the first form, by name; every visible one has a label. */
    Map<String, String> form() {
        Map<String, String> fields = new LinkedHashMap<>();
        NodeList inputs = elements("form").getFirst().getElementsByTagName("input");
        for (int i = 0; i < inputs.getLength(); i++) {
            Element input = (Element) inputs.item(i);
            if (!input.getAttribute("type").equals("hidden")) {
                requireLabel(input.getAttribute("id"));
            }
            fields.put(input.getAttribute("name"), input.getAttribute("value"));
        }
        return fields;
    }

    /** Status and page without what was typed. */
    String shape() {
        return reply.status() + reply.body().replaceAll(" value=\"[^\"]*\"", "");
    }

    private void requireLabel(String id) {
        if (elements("label").stream().noneMatch(one -> one.getAttribute("for").equals(id))) {
            throw new AssertionError("no label for " + id);
        }
    }

    private List<Element> elements(String tag) {
        NodeList found = document.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
