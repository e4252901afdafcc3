package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.table.IndexDefinition;
import dev.rampart.local.tables.value.Item;
import java.util.List;
import java.util.Optional;

/**
 * Which attributes a query or scan returns.
 *
 * @param fetch whether items must be read from the table, since the local index lacks attributes
 */
record Selection(boolean countOnly, boolean fetch, Optional<Projection> projection) {
  static Selection of(Request request, ReadTarget target, Optional<Projection> projection) {
    String otherwise =
        projection.isPresent()
            ? "SPECIFIC_ATTRIBUTES"
            : target.index().isPresent() ? "ALL_PROJECTED_ATTRIBUTES" : "ALL_ATTRIBUTES";
    String select = request.text("Select").orElse(otherwise);
    if (projection.isPresent() && !select.equals("SPECIFIC_ATTRIBUTES")) {
      throw invalid("Cannot specify the ProjectionExpression when choosing to get " + select);
    }
    if (projection.isEmpty() && select.equals("SPECIFIC_ATTRIBUTES")) {
      throw invalid(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (select.equals("ALL_PROJECTED_ATTRIBUTES") && target.index().isEmpty()) {
      throw invalidParameter(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
    return new Selection(
        select.equals("COUNT"), needsTable(select, target, projection), projection);
  }

  private static boolean needsTable(
      String select, ReadTarget target, Optional<Projection> projection) {
    if (target.index().isEmpty() || target.index().get().definition().projectsAll()) {
      return false;
    }
    IndexDefinition index = target.index().get().definition();
    if (select.equals("ALL_ATTRIBUTES")) {
      if (!index.local()) {
        throw invalidParameter(
            "Select type ALL_ATTRIBUTES is not supported for global secondary index %s because its"
                    .formatted(index.name())
                + " projection type is not ALL");
      }
      return true;
    }
    List<String> missing =
        projection.stream()
            .flatMap(p -> p.paths().stream())
            .map(Path::head)
            .filter(name -> !index.projects(name, target.table().keys()))
            .toList();
    if (!missing.isEmpty() && !index.local()) {
      throw invalidParameter(
          "Global secondary index %s does not project %s".formatted(index.name(), missing));
    }
    return !missing.isEmpty();
  }

  Item shown(Item item) {
    return projection.map(p -> p.of(item)).orElse(item);
  }
}
