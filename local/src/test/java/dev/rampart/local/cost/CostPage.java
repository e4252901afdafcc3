package dev.rampart.local.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of docs/cost.md: the rows by their first cell, section by section. */
record CostPage(Map<String, Map<String, List<String>>> sections) {

  static CostPage read(Path file) throws IOException {
    Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("## ")) {
        rows = new LinkedHashMap<>();
        sections.put(line.substring(3), rows);
      } else if (line.startsWith("|") && !line.startsWith("|--")) {
        List<String> cells =
            new ArrayList<>(
                Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList());
        rows.put(cells.removeFirst(), cells);
      }
    }
    return new CostPage(sections);
  }

  /** Returns a row without its first cell. */
  List<String> row(String section, String first) {
    List<String> row = sections.getOrDefault(section, Map.of()).get(first);
    if (row == null) {
      throw new IllegalArgumentException("the page has no row " + first + " under " + section);
    }
    return row;
  }

  /** Returns a number of a row. */
  double number(String section, String first, int cell) {
    return Double.parseDouble(row(section, first).get(cell).replace(",", "").replace("*", ""));
  }

  /** Returns the first cells of a section's rows. */
  Set<String> names(String section) {
    return sections.getOrDefault(section, Map.of()).keySet();
  }

  double price(String id) {
    return number("Prices", id, 2);
  }

  /** Returns the rows of a section whose first cell is a price's id. */
  List<String> priced(String section) {
    return names(section).stream()
        .filter(names("Prices")::contains)
        .filter(id -> !id.equals("id"))
        .toList();
  }
}
