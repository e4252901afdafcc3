package dev.rampart.domain.inspection;

/**
 * A piece of grammar that an attack needs and that the tokenisers can point at. Some are telling by
 * themselves and some are common in honest text: how much each is worth is learned, and without any
 * sign a value is clean whatever its words.
 */
enum Sign {
  SQL_BREAKOUT(Attack.SQLI, "sql.breakout"),
  SQL_QUOTE_LOGIC(Attack.SQLI, "sql.quote-logic"),
  SQL_QUOTE_COMMENT(Attack.SQLI, "sql.quote-comment"),
  SQL_CONCATENATION(Attack.SQLI, "sql.concatenation"),
  SQL_QUOTES_COMPARED(Attack.SQLI, "sql.quotes-compared"),
  SQL_PAREN_BREAKOUT(Attack.SQLI, "sql.paren-breakout"),
  SQL_NUMBER_LOGIC(Attack.SQLI, "sql.number-logic"),
  SQL_COMPARISON(Attack.SQLI, "sql.comparison"),
  SQL_TAUTOLOGY(Attack.SQLI, "sql.tautology"),
  SQL_ALIKE(Attack.SQLI, "sql.alike-compared"),
  SQL_CONSTANT(Attack.SQLI, "sql.constant-condition"),
  SQL_LOGIC_CALL(Attack.SQLI, "sql.logic-call"),
  SQL_UNION(Attack.SQLI, "sql.union"),
  SQL_SELECT_LIST(Attack.SQLI, "sql.select-list"),
  SQL_SELECT_FROM(Attack.SQLI, "sql.select-from"),
  SQL_SUBSELECT(Attack.SQLI, "sql.subselect"),
  SQL_STATEMENT(Attack.SQLI, "sql.statement"),
  SQL_STACKED(Attack.SQLI, "sql.stacked"),
  SQL_DELAY(Attack.SQLI, "sql.delay"),
  SQL_CALL(Attack.SQLI, "sql.call"),
  SQL_PROCEDURE(Attack.SQLI, "sql.procedure"),
  SQL_CATALOGUE(Attack.SQLI, "sql.catalogue"),
  SQL_VARIABLE(Attack.SQLI, "sql.variable"),
  SQL_ORDER(Attack.SQLI, "sql.order-by-number"),
  SQL_LIMIT(Attack.SQLI, "sql.limit"),
  SQL_OUTFILE(Attack.SQLI, "sql.outfile"),
  SQL_NULLS(Attack.SQLI, "sql.nulls"),
  SQL_TAIL(Attack.SQLI, "sql.tail-comment"),
  SQL_OPERATOR(Attack.SQLI, "sql.operator"),
  SQL_SAME_NUMBER(Attack.SQLI, "sql.same-number"),
  SQL_NUMBERS_COMPARED(Attack.SQLI, "sql.numbers-compared"),
  SQL_CASE(Attack.SQLI, "sql.case"),
  SQL_COMMENTS(Attack.SQLI, "sql.comments"),
  SQL_START(Attack.SQLI, "sql.fragment"),
  SQL_QUOTE_OPERATOR(Attack.SQLI, "sql.quote-operator"),
  SQL_ODD_NUMBER(Attack.SQLI, "sql.odd-number"),
  SQL_DANGLING(Attack.SQLI, "sql.dangling"),
  SQL_SPLIT(Attack.SQLI, "sql.comment-as-blank"),
  SQL_RUN_COMMENT(Attack.SQLI, "sql.run-comment"),
  SQL_ODD_QUOTE(Attack.SQLI, "sql.odd-quote"),
  HTML_SCRIPT(Attack.XSS, "html.script"),
  HTML_HANDLER(Attack.XSS, "html.handler"),
  HTML_HANDLER_LIKE(Attack.XSS, "html.handler-like"),
  HTML_ACTIVE(Attack.XSS, "html.active-tag"),
  HTML_TAG(Attack.XSS, "html.tag"),
  HTML_OTHER_TAG(Attack.XSS, "html.other-tag"),
  HTML_BREAKOUT(Attack.XSS, "html.breakout"),
  HTML_COMMENT(Attack.XSS, "html.comment"),
  HTML_DECLARATION(Attack.XSS, "html.declaration"),
  HTML_URL(Attack.XSS, "html.url-attribute"),
  HTML_ENCODED(Attack.XSS, "html.encoded-angle"),
  HTML_STYLE(Attack.XSS, "html.style"),
  SCRIPT_URL(Attack.XSS, "script.url"),
  SCRIPT_DATA_URL(Attack.XSS, "script.data-url"),
  SCRIPT_DIALOG(Attack.XSS, "script.dialog"),
  SCRIPT_EVAL(Attack.XSS, "script.eval"),
  SCRIPT_OBJECT(Attack.XSS, "script.object"),
  SCRIPT_BREAKOUT(Attack.XSS, "script.breakout"),
  SCRIPT_BRACKETS(Attack.XSS, "script.brackets"),
  SCRIPT_ASSIGN(Attack.XSS, "script.assign"),
  CSS_EXPRESSION(Attack.XSS, "css.expression"),
  SHELL_CHAIN(Attack.CMDI, "shell.chain"),
  SHELL_CHAIN_SOFT(Attack.CMDI, "shell.chain-soft"),
  SHELL_ALONE(Attack.CMDI, "shell.command-alone"),
  SHELL_BATCH(Attack.CMDI, "shell.batch"),
  SHELL_SEQUENCE(Attack.CMDI, "shell.sequence"),
  SHELL_CHAIN_WORD(Attack.CMDI, "shell.chain-word"),
  SHELL_SUBSTITUTION(Attack.CMDI, "shell.substitution"),
  SHELL_BACKTICK(Attack.CMDI, "shell.backtick"),
  SHELL_BINARY(Attack.CMDI, "shell.binary"),
  SHELL_START(Attack.CMDI, "shell.command"),
  SHELL_FUNCTION(Attack.CMDI, "shell.function"),
  SHELL_REDIRECT(Attack.CMDI, "shell.redirect"),
  SHELL_EXPANSION(Attack.CMDI, "shell.expansion"),
  SHELL_JOINED(Attack.CMDI, "shell.joined-word"),
  SHELL_FOR(Attack.CMDI, "shell.for"),
  SHELL_PIPE_END(Attack.CMDI, "shell.pipe-end"),
  CODE_CALL(Attack.CMDI, "code.call"),
  CODE_PHP(Attack.CMDI, "code.php"),
  PATH_TRAVERSAL(Attack.PATH, "path.traversal"),
  PATH_DOTS(Attack.PATH, "path.dots"),
  PATH_SYSTEM(Attack.PATH, "path.system"),
  PATH_SECRET(Attack.PATH, "path.secret"),
  PATH_WINDOWS(Attack.PATH, "path.windows"),
  PATH_ABSOLUTE(Attack.PATH, "path.absolute"),
  PATH_ENCODED(Attack.PATH, "path.encoded"),
  PATH_RUN(Attack.PATH, "path.overlong"),
  MONGO_OPERATOR(Attack.NOSQL, "nosql.operator"),
  MONGO_SCRIPT(Attack.NOSQL, "nosql.script"),
  LDAP_FILTER(Attack.LDAP, "ldap.filter"),
  LDAP_BREAKOUT(Attack.LDAP, "ldap.breakout"),
  TEMPLATE_BRACES(Attack.SSTI, "template.braces"),
  TEMPLATE_DOLLAR(Attack.SSTI, "template.dollar"),
  TEMPLATE_BLOCK(Attack.SSTI, "template.block"),
  TEMPLATE_NAME(Attack.SSTI, "template.name"),
  TEMPLATE_CALL(Attack.SSTI, "template.call"),
  TEMPLATE_MATH(Attack.SSTI, "template.arithmetic"),
  TEMPLATE_REFLECTION(Attack.SSTI, "template.reflection"),
  TEMPLATE_DIRECTIVE(Attack.SSTI, "template.directive"),
  JNDI_LOOKUP(Attack.JNDI, "jndi.lookup"),
  JNDI_NESTED(Attack.JNDI, "jndi.nested"),
  XML_ENTITY(Attack.XXE, "xml.entity"),
  XML_DOCTYPE(Attack.XXE, "xml.doctype"),
  XML_CDATA(Attack.XXE, "xml.cdata"),
  XML_INCLUDE(Attack.XXE, "xml.include"),
  URL_SCHEME(Attack.SSRF, "url.scheme"),
  URL_LOCAL(Attack.SSRF, "url.local-host"),
  URL_PRIVATE(Attack.SSRF, "url.private-address"),
  URL_NUMERIC(Attack.SSRF, "url.numeric-host"),
  URL_USER(Attack.SSRF, "url.user-info"),
  URL_INTERNAL(Attack.SSRF, "url.internal-host"),
  URL_SLASHES(Attack.OTHER, "url.slashes"),
  HEADER_SPLIT(Attack.OTHER, "header.split"),
  PROTOTYPE(Attack.OTHER, "prototype.pollution"),
  SSI(Attack.OTHER, "ssi.directive");

  /** All signs, by ordinal. */
  static final Sign[] ALL = values();

  final Attack attack;
  final String rule;

  /** Whether the sign stands for something that acts, even where its language is welcome. */
  boolean isActive() {
    return switch (this) {
      case HTML_SCRIPT,
          HTML_HANDLER,
          HTML_HANDLER_LIKE,
          SCRIPT_URL,
          SCRIPT_DATA_URL,
          CSS_EXPRESSION,
          SCRIPT_EVAL,
          SCRIPT_DIALOG,
          SQL_DELAY,
          SQL_PROCEDURE,
          SQL_OUTFILE ->
          true;
      default -> false;
    };
  }

  Sign(Attack attack, String rule) {
    this.attack = attack;
    this.rule = rule;
  }
}
