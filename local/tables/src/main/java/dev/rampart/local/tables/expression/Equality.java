package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.value.Bytes;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether values are equal, and counts what it compares. */
record Equality(WorkBudget work) {

  boolean equal(Value left, Value right) {
    work.spend(WorkBudget.VALUE);
    return switch (left) {
      case Value.Text(String text) ->
          right instanceof Value.Text(String other) && equal(text, other);
      case Value.Binary(Bytes(byte[] content)) ->
          right instanceof Value.Binary(Bytes(byte[] other)) && equal(content, other);
      case Value.Elements(List<Value> values) ->
          right instanceof Value.Elements(List<Value> others) && equal(values, others);
      case Value.Many(Type type, List<Value> values) ->
          right instanceof Value.Many(Type other, List<Value> others)
              && type == other
              && equal(values, others);
      case Value.Members(Item members) ->
          right instanceof Value.Members(Item others) && equal(members, others);
      case Value.Num _, Value.Bool _, Value.Null _ -> left.equals(right);
    };
  }

  private boolean equal(String left, String right) {
    if (left.length() != right.length()) {
      return false;
    }
    work.spend(left.length());
    return left.equals(right);
  }

  private boolean equal(byte[] left, byte[] right) {
    if (left.length != right.length) {
      return false;
    }
    work.spend(left.length);
    return Arrays.equals(left, right);
  }

  private boolean equal(List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<Value> others = right.iterator();
    for (Value value : left) {
      if (!equal(value, others.next())) {
        return false;
      }
    }
    return true;
  }

  private boolean equal(Item left, Item right) {
    if (left.attributes().size() != right.attributes().size()) {
      return false;
    }
    for (Map.Entry<String, Value> attribute : left.attributes().entrySet()) {
      work.spend(attribute.getKey().length());
      Optional<Value> other = right.get(attribute.getKey());
      if (other.isEmpty() || !equal(attribute.getValue(), other.get())) {
        return false;
      }
    }
    return true;
  }
}
