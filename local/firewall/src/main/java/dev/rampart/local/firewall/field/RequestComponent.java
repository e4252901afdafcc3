package dev.rampart.local.firewall.field;

import dev.rampart.local.firewall.request.InspectedRequest;
import dev.rampart.local.firewall.request.JsonContent;
import dev.rampart.local.firewall.request.JsonElement;
import dev.rampart.local.protocol.http.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A component of a request that a statement inspects (AWS WAF Developer Guide, "Request components
 * in AWS WAF").
 */
public sealed interface RequestComponent {
  /** Returns what is to be inspected. */
  Extract extract(InspectedRequest request);

  /** Returns the name that log records give the place. */
  String location();

  /** Returns what a statement costs more on it, in WCU. */
  default int extraCapacity() {
    return 0;
  }

  /** Returns how often the base cost of a statement counts on it. */
  default int capacityFactor() {
    return 1;
  }

  /** The path, as it was sent. */
  record UriPath() implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return Extract.of(request.whole().path());
    }

    @Override
    public String location() {
      return "URI";
    }
  }

  /** The query as it was sent, without the question mark. */
  record Query() implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return Extract.of(request.whole().query());
    }

    @Override
    public String location() {
      return "QUERY_STRING";
    }
  }

  /** The method. */
  record Method() implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return Extract.of(request.whole().method());
    }

    @Override
    public String location() {
      return "METHOD";
    }
  }

  /** One header; letter case does not matter. */
  record Header(String name) implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return new Extract.Values(request.headers(name));
    }

    @Override
    public String location() {
      return "HEADER";
    }
  }

  /** One argument of the query; letter case does not matter. */
  record Argument(String name) implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return new Extract.Values(
          request.arguments().stream().filter(each -> each.is(name)).map(Field::value).toList());
    }

    @Override
    public String location() {
      return "SINGLE_QUERY_ARG";
    }
  }

  /** The values of all arguments of the query. */
  record Arguments() implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return new Extract.Values(request.arguments().stream().map(Field::value).toList());
    }

    @Override
    public String location() {
      return "ALL_QUERY_ARGS";
    }

    @Override
    public int extraCapacity() {
      return 10;
    }
  }

  /** The body, up to the limit of its inspection. */
  record Body(Oversize oversize) implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return request.isBodyOversize() && oversize != Oversize.CONTINUE
          ? new Extract.Decided(oversize == Oversize.MATCH)
          : Extract.of(request.body());
    }

    @Override
    public String location() {
      return "BODY";
    }
  }

  /** What is done with a body that is no JSON. */
  enum JsonFallback {
    /** What was read up to the fault is inspected. */
    NONE,
    MATCH,
    NO_MATCH,
    EVALUATE_AS_STRING
  }

  /**
   * The keys and values of a JSON body.
   *
   * @param paths JSON pointers of what is inspected; empty for everything
   */
  record JsonBody(List<String> paths, PartScope scope, JsonFallback fallback, Oversize oversize)
      implements RequestComponent {
    public JsonBody {
      paths = List.copyOf(paths);
    }

    @Override
    public Extract extract(InspectedRequest request) {
      if (request.isBodyOversize() && oversize != Oversize.CONTINUE) {
        return new Extract.Decided(oversize == Oversize.MATCH);
      }
      JsonContent json = request.json();
      if (!json.isValid() && fallback != JsonFallback.NONE) {
        return fallback == JsonFallback.EVALUATE_AS_STRING
            ? Extract.of(request.body())
            : new Extract.Decided(fallback == JsonFallback.MATCH);
      }
      return new Extract.Values(
          json.elements().stream().filter(this::takes).map(JsonElement::text).toList());
    }

    private boolean takes(JsonElement element) {
      boolean inScope = element.isKey() ? scope.hasKeys() : scope.hasValues();
      return inScope && (paths.isEmpty() || paths.stream().anyMatch(element::isIn));
    }

    @Override
    public String location() {
      return "JSON_BODY";
    }

    @Override
    public int capacityFactor() {
      return 2;
    }
  }

  /** Which of several named parts are inspected. */
  sealed interface Selection {
    /** Every one. */
    record All() implements Selection {}

    /** Those of these names. */
    record Included(List<String> names) implements Selection {}

    /** Those of other names. */
    record Excluded(List<String> names) implements Selection {}
  }

  /** Several headers. */
  record Headers(Selection selection, PartScope scope, Oversize oversize)
      implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return Parts.extract(request.headers(), selection, true, scope, oversize);
    }

    @Override
    public String location() {
      return "HEADER";
    }
  }

  /** Several cookies; letter case matters in their names. */
  record Cookies(Selection selection, PartScope scope, Oversize oversize)
      implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      return Parts.extract(request.cookies(), selection, false, scope, oversize);
    }

    @Override
    public String location() {
      return "COOKIE";
    }
  }

  /** The names of the headers in their order. */
  record HeaderOrder(Oversize oversize) implements RequestComponent {
    @Override
    public Extract extract(InspectedRequest request) {
      if (!Parts.isWhole(request.headers()) && oversize != Oversize.CONTINUE) {
        return new Extract.Decided(oversize == Oversize.MATCH);
      }
      String order = request.headerOrder();
      return Extract.of(order.substring(0, Math.min(order.length(), InspectedRequest.BYTES_MAX)));
    }

    @Override
    public String location() {
      return "HEADER_ORDER";
    }
  }

  /** How named parts of a request become texts. */
  final class Parts {
    private Parts() {}

    private static Extract extract(
        List<Field> all, Selection selection, boolean anyCase, PartScope scope, Oversize oversize) {
      if (!isWhole(all) && oversize != Oversize.CONTINUE) {
        return new Extract.Decided(oversize == Oversize.MATCH);
      }
      List<String> texts = new ArrayList<>();
      for (Field part : inspected(all)) {
        if (isSelected(selection, part.name(), anyCase)) {
          if (scope.hasKeys()) {
            texts.add(part.name());
          }
          if (scope.hasValues()) {
            texts.add(part.value());
          }
        }
      }
      return new Extract.Values(texts);
    }

    /** Returns the parts in the first 8 KB, 200 at most; one that goes beyond is cut there. */
    private static List<Field> inspected(List<Field> all) {
      int room = InspectedRequest.BYTES_MAX;
      for (int i = 0; i < all.size(); i++) {
        Field part = all.get(i);
        if (i >= InspectedRequest.COUNT_MAX) {
          return all.subList(0, i);
        }
        int size = part.name().length() + part.value().length();
        if (size > room) {
          List<Field> inspected = new ArrayList<>(all.subList(0, i));
          inspected.add(cut(part, room));
          return inspected;
        }
        room -= size;
      }
      return all;
    }

    private static Field cut(Field part, int room) {
      int name = Math.min(part.name().length(), room);
      return new Field(part.name().substring(0, name), part.value().substring(0, room - name));
    }

    private static boolean isWhole(List<Field> all) {
      int size = 0;
      for (Field part : all) {
        size += part.name().length() + part.value().length();
      }
      return size <= InspectedRequest.BYTES_MAX && all.size() <= InspectedRequest.COUNT_MAX;
    }

    private static boolean isSelected(Selection selection, String name, boolean anyCase) {
      return switch (selection) {
        case Selection.All() -> true;
        case Selection.Included(List<String> names) -> isIn(names, name, anyCase);
        case Selection.Excluded(List<String> names) -> !isIn(names, name, anyCase);
      };
    }

    private static boolean isIn(List<String> names, String name, boolean anyCase) {
      return anyCase ? names.stream().anyMatch(name::equalsIgnoreCase) : names.contains(name);
    }
  }
}
