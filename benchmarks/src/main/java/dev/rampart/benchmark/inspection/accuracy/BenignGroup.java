package dev.rampart.benchmark.inspection.accuracy;

import java.util.List;

/** Sources of honest text that are counted together. */
enum BenignGroup {
  FIELD,
  TEXT,
  HARD,
  /** Whole SQL statements: honest only in a field for SQL, so in no average. */
  SQLFIELD;

  List<String> sources() {
    return switch (this) {
      case FIELD ->
          List.of(
              "benign_names",
              "benign_faker",
              "benign_json_values",
              "httpparams",
              "grananqvist_mlwaf");
      case TEXT -> List.of("benign_docs_prose", "benign_commit_text");
      case HARD ->
          List.of(
              "libinjection",
              "gotestwaf",
              "benign_technical",
              "benign_sql_talk",
              "benign_security_talk",
              "benign_docs_html",
              "blns");
      case SQLFIELD -> List.of("benign_sql_fixtures");
    };
  }
}
