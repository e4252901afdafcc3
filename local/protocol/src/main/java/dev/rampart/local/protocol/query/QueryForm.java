package dev.rampart.local.protocol.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Reads a form whose names spell a tree: {@code Dimensions.member.1.Name=Service}. A name that
 * contradicts one before it, or goes further than a limit, is not followed.
 */
public final class QueryForm {
  /** The largest index of a list: more than any request needs. */
  private static final int MEMBERS_MAX = 500;

  /** Of all lists together, since one name can ask for as many as its index says. */
  private static final int ALL_MEMBERS_MAX = 20_000;

  /** The parts of a name; no name that an operation reads has more than ten. */
  private static final int PARTS_MAX = 16;

  private int members;

  private QueryForm() {}

  /** Returns the tree of a form; what contradicts itself in it is left out. */
  public static ObjectNode read(byte[] body) {
    QueryForm form = new QueryForm();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(root, decode(parts[0]).split("\\.", PARTS_MAX + 1), decode(parts[1]));
      }
    }
    return root;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      // A broken escape is no name and no value that any operation knows.
      return text;
    }
  }

  private void put(ObjectNode root, String[] path, String value) {
    if (path.length <= PARTS_MAX) {
      put(root, path, 0, value);
    }
  }

  private void put(ObjectNode node, String[] path, int at, String value) {
    String name = path[at];
    JsonNode known = node.path(name);
    boolean isList = at + 2 < path.length && path[at + 1].equals("member");
    if (at == path.length - 1) {
      node.put(name, value);
    } else if (isList && (known.isArray() || known.isMissingNode())) {
      putMember(node.withArrayProperty(name), path, at + 2, value);
    } else if (known.isObject() || known.isMissingNode()) {
      put(node.withObjectProperty(name), path, at + 1, value);
    }
  }

  private void putMember(ArrayNode list, String[] path, int at, String value) {
    int index = index(path[at]);
    int missing = Math.max(index - list.size(), 0);
    if (index == 0 || members + missing > ALL_MEMBERS_MAX) {
      return;
    }
    members += missing;
    while (list.size() < index) {
      list.addObject();
    }
    if (at == path.length - 1) {
      list.set(index - 1, value);
    } else if (list.get(index - 1) instanceof ObjectNode member) {
      put(member, path, at + 1, value);
    }
  }

  /** Returns a list index from 1; 0 if it is none. */
  private static int index(String text) {
    try {
      int index = Integer.parseInt(text);
      return index <= MEMBERS_MAX ? Math.max(index, 0) : 0;
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
