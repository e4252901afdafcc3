package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks, paths, documents and statements that do nothing, beside those that do. */
final class HonestTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "\"",
        "\\\\",
        "***",
        "<>?:\"{}|_+",
        "~!@#$%^&*()_+",
        "!\"§$%&/()=?`*'",
        "( ) [ ] { } < >",
      })
  void marks_alone_pass(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"' -- ", "../../../", "'='", "';--", "*)(|(&"})
  void marks_that_break_out_are_refused(String value) {
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/hosts names the old server, please correct it.",
        "/home/ann/invoices/2026.pdf",
        "/usr/local/share/dict",
        "C:\\Users\\ann\\Pictures\\cat.jpg",
        "D:\\Archive\\2026\\plan.docx",
        "src/main/java/org/example/Shop.java",
        "../images/logo.png",
        "See ../guide/install.md, then ./setup.",
        "Wait.............. what? etc.",
      })
  void a_plain_path_passes(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "/home/ann/.ssh/id_rsa",
        "C:\\Windows\\System32\\config\\SAM",
        "../../../../etc/hosts",
        "..\\..\\boot.ini",
        "WEB-INF/web.xml",
        "../../../administrator/inbox",
        "....................etcpasswd",
        "............................................................etcshadow",
      })
  void a_path_to_what_the_system_keeps_is_refused(String value) {
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?><shop><item id=\"1\">cup</item></shop>",
        "<?xml version='1.0' encoding='UTF-8'?><a>b &amp; c</a>",
        "<invoice><total currency=\"EUR\">12.50</total></invoice>",
      })
  void a_document_that_pulls_nothing_in_passes(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]><a>&b;</a>",
        "<?xml-stylesheet type=\"text/xsl\" href=\"http://203.0.113.5/a.xsl\"?><a/>",
        "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include"
            + " href=\"file:///etc/hosts\"/></a>",
      })
  void a_document_that_pulls_something_in_is_refused(String value) {
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT name, price FROM items WHERE price > 10 ORDER BY price",
        "The report runs UPDATE items SET price = 0 WHERE id = 7, is that right?",
        "CREATE TABLE items (id bigint primary key, name text)",
        "{\"id\":1,\"is\":null,\"select\":[\"name\"],\"or\":\"x\"}",
      })
  void a_statement_that_breaks_out_of_nothing_passes(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1; UPDATE items SET price = 0--",
        "') UNION SELECT name, price FROM items--",
        "1; DROP TABLE items",
      })
  void a_statement_that_breaks_out_is_refused(String value) {
    assertThat(Inspected.isRefused(value)).isTrue();
  }
}
