package dev.rampart.local.tables.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * An immutable attribute value. Numbers are normalised and sets are sorted, so that values are
 * equal exactly if DynamoDB calls them equal.
 */
public sealed interface Value {

  Type type();

  /** Text; sizes count its UTF-8 bytes. */
  record Text(String text) implements Value {
    @Override
    public Type type() {
      return Type.S;
    }
  }

  /** A number of at most 38 digits; make it with {@link Numbers}. */
  record Num(BigDecimal number) implements Value {
    @Override
    public Type type() {
      return Type.N;
    }
  }

  /** Binary data. */
  record Binary(Bytes bytes) implements Value {
    @Override
    public Type type() {
      return Type.B;
    }
  }

  /** A truth value. */
  record Bool(boolean is) implements Value {
    @Override
    public Type type() {
      return Type.BOOL;
    }
  }

  /** The null value, which is not the absence of a value. */
  record Null() implements Value {
    @Override
    public Type type() {
      return Type.NULL;
    }
  }

  /** Values in order. */
  record Elements(List<Value> values) implements Value {
    public Elements {
      values = List.copyOf(values);
    }

    @Override
    public Type type() {
      return Type.L;
    }
  }

  /** Named values. */
  record Members(Item members) implements Value {
    @Override
    public Type type() {
      return Type.M;
    }
  }

  /** A set of one element type: {@code SS}, {@code NS} or {@code BS}, sorted, never empty. */
  record Many(Type type, List<Value> values) implements Value {
    public Many {
      values = List.copyOf(values);
    }

    /** Makes a set of values that all fit the type; repeated ones count once. */
    public static Many of(Type type, Collection<Value> values) {
      TreeSet<Value> sorted = new TreeSet<>(Order::compare);
      sorted.addAll(values);
      return new Many(type, List.copyOf(sorted));
    }
  }

  /** Makes text. */
  static Value of(String text) {
    return new Text(text);
  }

  /** Makes a whole number. */
  static Value of(long number) {
    return new Num(Numbers.normal(BigDecimal.valueOf(number)));
  }

  /** Makes a map of named values. */
  static Value of(Map<String, Value> members) {
    return new Members(new Item(members));
  }
}
