package dev.rampart.local.stack.table;

import dev.rampart.local.stack.RunFailure;
import dev.rampart.local.tables.Tables;
import dev.rampart.local.tables.table.TableSettings;
import dev.rampart.local.template.PhysicalResource;
import dev.rampart.local.template.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of a run: local ones, or those at another endpoint.
 *
 * @param elsewhere the other endpoint; empty for local tables
 * @param data where local tables are kept; empty for memory
 */
public record StackTables(Optional<URI> elsewhere, Optional<Path> data, InstantSource clock) {

  /** Opens the local tables; returns none if the tables are elsewhere. */
  public Optional<Tables> open() {
    return elsewhere.isPresent()
        ? Optional.empty()
        : Optional.of(
            data.map(folder -> Tables.onDisk(folder.resolve("tables"), clock))
                .orElseGet(() -> Tables.inMemory(clock)));
  }

  /**
   * Returns the endpoint of the tables.
   *
   * @param local that of local tables
   */
  public URI endpoint(URI local) {
    return elsewhere.orElse(local);
  }

  /**
   * Makes the tables of a stack where they are not there yet.
   *
   * @param tables by their logical ids
   * @param accessKeyId of an administrator
   * @return what each is known by, the ARN of its stream included
   * @throws RunFailure if the endpoint refuses or does not answer, or if a kept table has another
   *     shape than the template's
   */
  public Map<String, PhysicalResource> make(
      Stack stack, Map<String, TableSettings> tables, URI endpoint, String accessKeyId)
      throws RunFailure {
    String region = stack.pseudoParameters().region();
    Map<String, PhysicalResource> made = new HashMap<>();
    try (TableMaker maker = new TableMaker(endpoint, region, accessKeyId, remedy())) {
      for (Map.Entry<String, TableSettings> table : tables.entrySet()) {
        PhysicalResource known = stack.get(table.getKey()).physical();
        Map<String, String> attributes = new HashMap<>(known.attributes());
        attributes.put("StreamArn", maker.make(table.getValue()));
        made.put(table.getKey(), new PhysicalResource(known.ref(), attributes));
      }
    }
    return made;
  }

  /** What to do about kept tables that do not fit. */
  private String remedy() {
    return elsewhere.isPresent()
        ? "delete it there, or name another endpoint with --dynamodb"
        : "name another folder with --data, or remove this one";
  }
}
