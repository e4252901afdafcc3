package dev.rampart.local.protocol.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

  /** Pairs that are looked at, and objects that their names may make. */
  private static final int PAIRS_MAX = 20_000;

  /** Four times what any service of this protocol takes, for the escapes of a form. */
  private static final int BODY_BYTES_MAX = 4 * 1024 * 1024;

  private int members;
  private int objects;

  private QueryForm() {}

  /**
   * Returns the tree of a form; what contradicts itself in it is left out, as is what comes after
   * more pairs than any request has. Of a form that is far too large nothing is read.
   */
  public static ObjectNode read(byte[] body) {
    QueryForm form = new QueryForm();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    String text = body.length > BODY_BYTES_MAX ? "" : new String(body, StandardCharsets.UTF_8);
    int from = 0;
    for (int i = 0; i < PAIRS_MAX && from <= text.length(); i++) {
      int end = text.indexOf('&', from);
      String pair = text.substring(from, end < 0 ? text.length() : end);
      from = end < 0 ? text.length() + 1 : end + 1;
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(root, decode(parts[0]).split("\\.", PARTS_MAX + 1), decode(parts[1]));
      }
    }
    return root;
  }

  /** Returns whether a form has a pair, as clients write it; costs no memory. */
  static boolean has(byte[] body, String name, String value) {
    byte[] pair = (name + "=" + value).getBytes(StandardCharsets.US_ASCII);
    for (int from = 0; from + pair.length <= body.length; from++) {
      int end = from + pair.length;
      if ((from == 0 || body[from - 1] == '&')
          && (end == body.length || body[end] == '&')
          && Arrays.equals(body, from, end, pair, 0, pair.length)) {
        return true;
      }
    }
    return false;
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
    } else if (known.isObject() || (known.isMissingNode() && objects++ < PAIRS_MAX)) {
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
