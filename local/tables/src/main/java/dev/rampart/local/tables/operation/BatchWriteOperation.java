package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.storage.Store;
import dev.rampart.local.tables.table.CapacityMeter;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.Change;
import dev.rampart.local.tables.table.Table;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** BatchWriteItem. Nothing is ever left unprocessed. */
public record BatchWriteOperation(Catalog catalog, Store store, InstantSource clock) {
  private static final int WRITES_MAX = 25;

  public JsonNode write(Request request) {
    CapacityMeter meter = CapacityMeter.of(request, false);
    List<Write> writes = writes(request);
    if (!Write.distinct(writes)) {
      throw invalid("Provided list of item keys contains duplicates");
    }
    store.write(
        () -> {
          List<Change> changes = writes.stream().map(Write::required).toList();
          changes.forEach(c -> c.table().apply(c, clock.instant(), false, meter));
          return changes;
        });
    ObjectNode answer = ResponseJson.empty();
    answer.putObject("UnprocessedItems");
    meter.reportAll(answer);
    ItemCollections.of(request).reportAll(answer, writes);
    return answer;
  }

  private List<Write> writes(Request request) {
    Request tables = request.object("RequestItems");
    List<Write> writes = new ArrayList<>();
    for (String name : tables.names()) {
      List<Request> requests = tables.objects(name);
      Table table = catalog.require(name);
      requests.forEach(each -> writes.add(WriteReader.batched(table, each)));
    }
    if (writes.size() > WRITES_MAX) {
      throw invalid("Too many items requested for the BatchWriteItem call");
    }
    return writes;
  }
}
