package dev.rampart.local.tables.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ValuePropertyTest {

  @Provide
  Arbitrary<Value> numbers() {
    Arbitrary<BigInteger> digits =
        Arbitraries.bigIntegers()
            .between(
                BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                BigInteger.TEN.pow(38).subtract(BigInteger.ONE));
    Arbitrary<Integer> scales = Arbitraries.integers().between(-80, 80);
    return Combinators.combine(digits, scales)
        .as((unscaled, scale) -> Numbers.checked(new BigDecimal(unscaled, scale)));
  }

  @Provide
  Arbitrary<Value> texts() {
    return Arbitraries.strings().withChars("\0\1aé€\uffff").ofMaxLength(6).map(Value::of);
  }

  @Provide
  Arbitrary<Value> binaries() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(6)
        .map(bytes -> new Value.Binary(new Bytes(bytes)));
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> flat =
        Arbitraries.oneOf(
            numbers(),
            texts(),
            binaries(),
            Arbitraries.of(true, false).map(Value.Bool::new),
            Arbitraries.just(new Value.Null()),
            numbers().set().ofMinSize(1).ofMaxSize(4).map(v -> Value.Many.of(Type.NS, v)));
    Arbitrary<Value> lists = flat.list().ofMaxSize(3).map(Value.Elements::new);
    Arbitrary<Value> maps =
        Arbitraries.maps(
                Arbitraries.strings().alpha().ofMaxLength(4), Arbitraries.oneOf(flat, lists))
            .ofMaxSize(3)
            .map(Value::of);
    return Arbitraries.oneOf(flat, lists, maps);
  }

  @Property
  void encoded_numbers_have_the_order_of_numbers(
      @ForAll("numbers") Value left, @ForAll("numbers") Value right) {
    assertSameOrder(left, right);
  }

  @Property
  void encoded_texts_have_the_order_of_texts(
      @ForAll("texts") Value left, @ForAll("texts") Value right) {
    assertSameOrder(left, right);
  }

  @Property
  void encoded_binaries_have_the_order_of_binaries(
      @ForAll("binaries") Value left, @ForAll("binaries") Value right) {
    assertSameOrder(left, right);
  }

  private static void assertSameOrder(Value left, Value right) {
    byte[] a = new KeyEncoder().add(left).bytes();
    byte[] b = new KeyEncoder().add(right).bytes();

    assertThat(Integer.signum(Arrays.compareUnsigned(a, b)))
        .isEqualTo(Integer.signum(Order.compare(left, right)));
  }

  @Property
  void the_first_value_decides_the_order_of_keys_of_two(
      @ForAll("texts") Value a,
      @ForAll("texts") Value b,
      @ForAll("numbers") Value x,
      @ForAll("numbers") Value y) {
    byte[] left = new KeyEncoder().add(a).add(x).bytes();
    byte[] right = new KeyEncoder().add(b).add(y).bytes();
    int expected = a.equals(b) ? Order.compare(x, y) : Order.compare(a, b);

    assertThat(Integer.signum(Arrays.compareUnsigned(left, right)))
        .isEqualTo(Integer.signum(expected));
  }

  @Property
  void what_begins_with_a_prefix_lies_between_it_and_what_comes_after(
      @ForAll("texts") Value text, @ForAll("texts") Value prefix) {
    byte[] hash = new KeyEncoder().add(Value.of("p")).bytes();
    byte[] low = new KeyEncoder().add(Value.of("p")).prefix(prefix).bytes();
    byte[] high = KeyEncoder.after(low);
    byte[] key = new KeyEncoder().add(Value.of("p")).add(text).bytes();
    boolean begins = ((Value.Text) text).text().startsWith(((Value.Text) prefix).text());

    assertThat(Arrays.compareUnsigned(key, low) >= 0 && Arrays.compareUnsigned(key, high) < 0)
        .isEqualTo(begins);
    assertThat(Arrays.compareUnsigned(hash, low)).isLessThanOrEqualTo(0);
  }

  @Property
  void values_survive_the_way_over_the_wire(@ForAll("values") Value value) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    JsonNode json = mapper.readTree(mapper.writeValueAsBytes(JsonWriter.json(value)));

    assertThat(new JsonReader(Item.BYTES_MAX, "too large").value(json)).isEqualTo(value);
  }

  @Property
  void equal_numbers_are_one_whatever_their_notation(@ForAll("numbers") Value number) {
    BigDecimal plain = ((Value.Num) number).number();

    assertThat(Numbers.read(plain.toString())).isEqualTo(number);
    assertThat(Numbers.read(plain.toPlainString())).isEqualTo(number);
    assertThat(Numbers.read(plain.setScale(plain.scale() + 3).toString())).isEqualTo(number);
  }

  @Property
  void an_item_is_as_large_as_its_parts(@ForAll("values") Value one, @ForAll("values") Value two) {
    Map<String, Value> both = new LinkedHashMap<>(Map.of("a", one, "bc", two));

    assertThat(new Item(both).bytes())
        .isEqualTo(new Item(Map.of("a", one)).bytes() + new Item(Map.of("bc", two)).bytes());
    assertThat(new Item(Map.of("l", new Value.Elements(List.of(one)))).bytes())
        .isEqualTo(1 + 3 + 1 + new Item(Map.of("a", one)).bytes() - 1);
  }
}
