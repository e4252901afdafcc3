package dev.rampart.local.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads a form whose names spell a tree: {@code Dimensions.member.1.Name=Service}. */
final class QueryForm {
  /** More than any request needs; a larger index is not followed. */
  private static final int MEMBERS_MAX = 500;

  private QueryForm() {}

  static ObjectNode read(byte[] body) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        put(root, decode(parts[0]).split("\\.", -1), 0, decode(parts[1]));
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

  private static void put(ObjectNode node, String[] path, int at, String value) {
    String name = path[at];
    boolean isList = at + 2 < path.length && path[at + 1].equals("member");
    if (at == path.length - 1) {
      node.put(name, value);
    } else if (isList) {
      ArrayNode list = node.withArrayProperty(name);
      int index = index(path[at + 2]);
      while (list.size() < index) {
        list.addObject();
      }
      if (index > 0 && at + 3 < path.length && list.get(index - 1) instanceof ObjectNode member) {
        put(member, path, at + 3, value);
      } else if (index > 0) {
        list.set(index - 1, value);
      }
    } else {
      put(node.withObjectProperty(name), path, at + 1, value);
    }
  }

  /** Returns a list index from 1; 0 where it is none. */
  private static int index(String text) {
    try {
      int index = Integer.parseInt(text);
      return index <= MEMBERS_MAX ? Math.max(index, 0) : 0;
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
