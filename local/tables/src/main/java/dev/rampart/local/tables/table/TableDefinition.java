package dev.rampart.local.tables.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a table is.
 *
 * @param request the CreateTable request, of which this is the checked reading
 * @param streamView which images the stream carries; empty if there is no stream
 */
public record TableDefinition(
    String name,
    KeySchema keys,
    List<IndexDefinition> indexes,
    Optional<String> streamView,
    boolean deletionProtected,
    JsonNode request) {

  Optional<IndexDefinition> index(String index) {
    return indexes.stream().filter(i -> i.name().equals(index)).findFirst();
  }
}
