package dev.rampart.domain.detection.response;

import java.util.List;
import java.util.Locale;

/**
 * The host names of crawlers whose operators publish how to verify them: the name that the address
 * resolves to ends in one of these, and resolves back to the address. Only the owner of both the
 * address and the domain can make it so.
 */
final class CrawlerNames {
  private static final List<String> SUFFIXES =
      List.of(
          ".googlebot.com",
          ".google.com",
          ".search.msn.com",
          ".applebot.apple.com",
          ".crawl.yahoo.net",
          ".crawl.baidu.com",
          ".crawl.baidu.jp",
          ".yandex.com",
          ".yandex.net",
          ".yandex.ru",
          ".petalsearch.com",
          ".naver.com",
          ".seznam.cz",
          ".duckduckgo.com",
          ".pinterest.com",
          ".fbsv.net",
          ".archive.org");

  private CrawlerNames() {}

  static boolean include(String verifiedName) {
    String name = verifiedName.toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(name::endsWith);
  }
}
