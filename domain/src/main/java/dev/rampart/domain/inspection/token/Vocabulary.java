package dev.rampart.domain.inspection.token;

import java.util.List;

/**
 * The words of the grammars, lower case, in a table for each place that a word may stand in. A word
 * alone is no evidence: it only says how a token may be read. The first meaning that a table is
 * given of a word stays.
 */
public final class Vocabulary {

  /** Words that count wherever they stand. */
  static final WordTable ANYWHERE = new WordTable();

  /** Names after {@code <}. */
  static final WordTable TAGS = new WordTable();

  /** Names of programs, where a command may start. */
  static final WordTable COMMANDS = new WordTable();

  /** PowerShell's names of two words, where a command may start. */
  static final WordTable CMDLETS = new WordTable();

  /** Words of a shell that another command follows. */
  static final WordTable COMMAND_PREFIXES = new WordTable();

  /** Attributes that hold code. */
  static final WordTable EVENTS = new WordTable();

  /** Operators after {@code $}. */
  static final WordTable MONGO = new WordTable();

  /** The words of all tables that name something. */
  private static final WordTable KNOWN = new WordTable();

  static {
    SqlWords.addTo(ANYWHERE);
    WebWords.addScript(ANYWHERE);
    ShellWords.addCode(ANYWHERE);
    PathWords.addTo(ANYWHERE);
    others();
    WebWords.addTags(TAGS);
    WebWords.addEvents(EVENTS);
    ShellWords.addCommands(COMMANDS);
    ShellWords.addPowerShell(CMDLETS, COMMANDS, COMMAND_PREFIXES);
    objects();
    formulas();
    graphs();
    MONGO.put(
        TokenKind.MONGO,
        """
        eq ne gt gte lt lte in nin and or not nor exists type expr regex text where mod all size
        elemmatch slice comment rand natural jsonschema geowithin geointersects near nearsphere
        options set unset inc push pull rename lookup match group project function accumulator
        """);
    for (WordTable table : List.of(ANYWHERE, TAGS, COMMANDS, CMDLETS, EVENTS, MONGO)) {
      KNOWN.putAll(table);
    }
  }

  private Vocabulary() {}

  /** Receives words. */
  public interface WordVisitor {

    /** Takes one word: the number of its table, its hash, and its kind there. */
    void visit(int table, long hash, int kind);
  }

  /** Hands every word of every table to the visitor, in no promised order. */
  public static void forEachWord(WordVisitor visitor) {
    List<WordTable> tables =
        List.of(ANYWHERE, TAGS, COMMANDS, CMDLETS, COMMAND_PREFIXES, EVENTS, MONGO);
    for (int i = 0; i < tables.size(); i++) {
      tables.get(i).forEach(i, visitor);
    }
  }

  /** Returns whether the word with this hash names something. */
  public static boolean isKnown(long hash) {
    return KNOWN.kind(hash) != 0;
  }

  private static void others() {
    WordTable w = ANYWHERE;
    w.put(TokenKind.WEB_SCHEME, "http https ftp ftps ws wss");
    w.put(
        TokenKind.ODD_SCHEME,
        "gopher dict file jar phar expect glob zip ogg rar ldap ldaps ldapi rmi iiop corba nis tftp"
            + " sftp ssh2 netdoc smb telnet svn imap pop3 local_file wrap compress.zlib"
            + " cloudsql jdbc view-source firefoxurl dns ldap3 classpath");
    w.put(
        TokenKind.LOCAL_HOST,
        "localhost localdomain localtest lvh nip xip sslip rbndr localtest.me ip6-localhost"
            + " spoofed");
    w.put(TokenKind.METADATA, "metadata latest meta-data user-data computemetadata instance opc");
    w.put(TokenKind.INTERNAL, "internal intranet corp local cluster svc");
    w.put(
        TokenKind.LDAP_ATTRIBUTE,
        "uid cn sn objectclass objectcategory userpassword mail ou dc samaccountname memberof"
            + " givenname telephonenumber homedirectory gidnumber uidnumber loginshell"
            + " distinguishedname userprincipalname admincount");
    w.put(TokenKind.EXTENSION, "exe com bat vbs ps1");
    w.put(TokenKind.JNDI, "jndi");
    w.put(
        TokenKind.JNDI_LOOKUP,
        "lower upper env date ctx marker bundle main sd k8s docker web map base64");
    w.put(
        TokenKind.DUNDER,
        """
        __class__ __base__ __bases__ __mro__ __subclasses__ __globals__ __builtins__ __init__
        __import__ __dict__ __getattribute__ __getitem__ __code__ __self__ __loader__ __name__
        __module__ __reduce__ __call__ __func__
        """);
    w.put(
        TokenKind.TEMPLATE_WORD,
        "request config session application self lipsum cycler joiner namespace attr _self loop"
            + " settings handler range dump app freemarker velocity smarty twig jinja jinja2 mako"
            + " registerundefinedfiltercallback getfilter objectconstructor execute jinjava assign"
            + " foreach include extends macro block endfor endif raw endraw render erb");
    w.put(
        TokenKind.JAVA_WORD,
        "java javax lang getclass forname getmethod invoke classloader getclassloader newinstance"
            + " getdeclaredmethod springframework ognl memberaccess beans context class"
            + " applicationscope sessionscope requestscope param facescontext getenv getproperty"
            + " ioutils scanner inputstream getinputstream toarray");
    w.put(TokenKind.ENTITY, "entity notation attlist element");
    w.put(TokenKind.DOCTYPE, "doctype");
    w.put(TokenKind.SYSTEM, "public sysid");
    w.put(TokenKind.CDATA, "cdata");
    w.put(TokenKind.XML, "xml");
    w.put(TokenKind.PROTO, "__proto__ prototype __definegetter__ __definesetter__");
    w.put(
        TokenKind.HEADER,
        "location content transfer cookie referer refresh forwarded authorization status proxy"
            + " www rcpt bcc cc");
    w.put(TokenKind.INCLUDE, "xinclude xi stylesheet");
  }

  private static void objects() {
    ANYWHERE.put(
        TokenKind.GADGET,
        """
        nd_func jdbcrowsetimpl templatesimpl annotationinvocationhandler invokertransformer
        chainedtransformer badattributevalueexpexception beancomparator methodclosure
        convertedclosure urlclassloader classpathxmlapplicationcontext
        filesystemxmlapplicationcontext propertypathfactorybean jndirefforwardingdatasource
        wrapperconnectionpooldatasource assemblyinstaller objectdataprovider windowsidentity
        sessionsecuritytoken psobject textformattingrunproperties typeconfusedelegate
        activitysurrogateselector pluginclassloader signedobject unicastremoteobject tarreader
        """);
    ANYWHERE.put(
        TokenKind.PICKLE_MODULE,
        "cos cposix cnt csubprocess c__builtin__ cbuiltins ccommands cpty cpickle");
  }

  private static void formulas() {
    ANYWHERE.put(
        TokenKind.FORMULA,
        "hyperlink webservice importxml importhtml importdata importfeed importrange image dde rtd"
            + " filterxml encodeurl");
  }

  private static void graphs() {
    ANYWHERE.put(TokenKind.GRAPH_SCHEMA, "__schema __type");
    ANYWHERE.put(TokenKind.GRAPH_MATCH, "match");
    ANYWHERE.put(TokenKind.GRAPH_YIELD, "yield");
    ANYWHERE.put(TokenKind.GRAPH_MUTATION, "mutation");
  }
}
