package eliq.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The cells of the first sheet of an XLSX workbook that has any (ECMA-376, SpreadsheetML). Formulas count as their last result. */
final class Spreadsheet {
    private static final int LARGEST_PART = 1 << 28;
    private static final int MOST_COLUMNS = 16_384;
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String LINKS = "xl/_rels/workbook.xml.rels";

    private final Path file;
    private final Map<String, byte[]> parts;
    private final XMLInputFactory factory = XMLInputFactory.newFactory();

    private Spreadsheet(Path file, Map<String, byte[]> parts) {
        this.file = file;
        this.parts = parts;
        // A workbook names nothing outside itself.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    static Table read(Path file, byte[] bytes) throws TableException {
        Spreadsheet workbook = new Spreadsheet(file, parts(file, bytes));
        if (!workbook.parts.containsKey(WORKBOOK)) {
            throw new TableException(
                    file + ": is a ZIP archive but no XLSX workbook; name the table itself.");
        }
        try {
            return workbook.table();
        } catch (XMLStreamException | NumberFormatException e) {
            throw new TableException(
                    file + ": is a damaged workbook (" + e.getMessage() + "); save it again.", e);
        }
    }

    private static Map<String, byte[]> parts(Path file, byte[] bytes) throws TableException {
        Map<String, byte[]> parts = new HashMap<>();
        long sum = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.equals(STRINGS)
                        || name.equals(WORKBOOK)
                        || name.equals(LINKS)
                        || name.startsWith("xl/worksheets/")) {
                    byte[] content = zip.readNBytes(LARGEST_PART);
                    sum += content.length;
                    if (content.length == LARGEST_PART || sum > LARGEST_PART) {
                        throw new TableException(
                                file + ": unpacks to more than 256 MiB; save it as CSV.");
                    }
                    parts.put(name, content);
                }
            }
            return parts;
        } catch (IOException e) {
            throw new TableException(
                    file + ": is a damaged workbook (" + e.getMessage() + "); copy it again.", e);
        }
    }

    private record Sheet(String name, String part) {}

    private Table table() throws XMLStreamException, TableException {
        List<String> strings = parts.containsKey(STRINGS) ? strings() : List.of();
        for (Sheet sheet : sheets()) {
            if (parts.containsKey(sheet.part)) {
                List<Table.Row> rows = rows(sheet.part, strings);
                if (!rows.isEmpty()) {
                    return Table.of(file, "sheet \"" + sheet.name + "\"", rows);
                }
            }
        }
        throw new TableException(file + ": no sheet has a row.");
    }

    private XMLStreamReader open(String part) throws XMLStreamException {
        return factory.createXMLStreamReader(new ByteArrayInputStream(parts.get(part)));
    }

    private List<Sheet> sheets() throws XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        if (parts.containsKey(LINKS)) {
            XMLStreamReader xml = open(LINKS);
            while (xml.hasNext()) {
                if (begins(xml, "Relationship")) {
                    String target = attribute(xml, "Target").orElse("");
                    targets.put(
                            attribute(xml, "Id").orElse(""),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        XMLStreamReader xml = open(WORKBOOK);
        while (xml.hasNext()) {
            if (begins(xml, "sheet")) {
                sheets.add(
                        new Sheet(
                                attribute(xml, "name").orElse(""),
                                targets.getOrDefault(attribute(xml, "id").orElse(""), "")));
            }
        }
        return sheets;
    }

    /** Moves on; whether an element of this name begins there. */
    private static boolean begins(XMLStreamReader xml, String name) throws XMLStreamException {
        return xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name);
    }

    private static Optional<String> attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private List<String> strings() throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        XMLStreamReader xml = open(STRINGS);
        while (xml.hasNext()) {
            if (begins(xml, "si")) {
                strings.add(richText(xml, "si"));
            }
        }
        return strings;
    }

    /** The text of an element, without the reading aids of East Asian scripts. */
    private static String richText(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean aside = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(element)) {
                    return text.toString();
                }
                aside &= !xml.getLocalName().equals("rPh");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("rPh")) {
                    aside = true;
                } else if (xml.getLocalName().equals("t") && !aside) {
                    text.append(xml.getElementText());
                }
            }
        }
    }

    private List<Table.Row> rows(String part, List<String> strings)
            throws XMLStreamException, TableException {
        List<Table.Row> rows = new ArrayList<>();
        XMLStreamReader xml = open(part);
        long line = 0;
        while (xml.hasNext()) {
            if (begins(xml, "row")) {
                Optional<String> number = attribute(xml, "r");
                line = number.isPresent() ? Long.parseLong(number.get()) : line + 1;
                List<String> cells = cells(xml, strings, line);
                if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(new Table.Row(line, cells));
                }
            }
        }
        return rows;
    }

    private List<String> cells(XMLStreamReader xml, List<String> strings, long line)
            throws XMLStreamException, TableException {
        List<String> cells = new ArrayList<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                return cells;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int column = attribute(xml, "r").map(Spreadsheet::column).orElse(cells.size());
                if (column < cells.size() || column >= MOST_COLUMNS) {
                    throw new TableException(
                            file
                                    + ", row "
                                    + line
                                    + ": its cells are out of order; save it again.");
                }
                cells.addAll(Collections.nCopies(column - cells.size(), ""));
                String type = attribute(xml, "t").orElse("n");
                cells.add(value(xml, type, strings, line).strip());
            }
        }
    }

    private String value(XMLStreamReader xml, String type, List<String> strings, long line)
            throws XMLStreamException, TableException {
        String value = "";
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("v")) {
                    value = xml.getElementText();
                } else if (xml.getLocalName().equals("is")) {
                    value = richText(xml, "is");
                }
            }
        }
        if (!type.equals("s") || value.isEmpty()) {
            return value;
        }
        int index = Integer.parseInt(value);
        if (index < 0 || index >= strings.size()) {
            throw new TableException(
                    file
                            + ", row "
                            + line
                            + ": a text is missing from the workbook; save it again.");
        }
        return strings.get(index);
    }

    /** AB12 to 27. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
            if (column > MOST_COLUMNS) {
                return MOST_COLUMNS;
            }
        }
        return column - 1;
    }
}
