package dev.rampart.domain.inspection.token;

/** The words of pages: what scripts call and assign, the names of tags and of event handlers. */
final class WebWords {

  private WebWords() {}

  static void addScript(WordTable words) {
    words.put(TokenKind.JS_DIALOG, "alert prompt confirm");
    words.put(
        TokenKind.JS_EVAL,
        "eval settimeout setinterval setimmediate execscript fromcharcode atob btoa unescape"
            + " decodeuri decodeuricomponent expression createelement appendchild"
            + " insertadjacenthtml getscript importscripts xmlhttprequest activexobject sendbeacon"
            + " writeln getelementbyid getelementsbytagname queryselector addeventlistener fetch"
            + " createcontextualfragment showmodaldialog showmodelessdialog");
    words.put(
        TokenKind.JS_OBJECT,
        "document window self top parent frames globalthis navigator location history localstorage"
            + " sessionstorage console");
    words.put(
        TokenKind.JS_MEMBER,
        "cookie domain innerhtml outerhtml innertext textcontent srcdoc documentelement defaultview"
            + " contentwindow contentdocument constructor concat tostring valueof write referrer"
            + " baseuri documenturi hash source href onerror execcommand");
    words.put(
        TokenKind.JS_WORD,
        "var let const new throw typeof void async await import delete instanceof");
    words.put(TokenKind.FUNCTION, "function");
    words.put(TokenKind.RETURN, "return");
    words.put(TokenKind.THIS, "this");
    words.put(TokenKind.SCRIPT_SCHEME, "javascript vbscript livescript jscript mocha ecmascript");
    words.put(TokenKind.DATA_SCHEME, "data");
    words.put(TokenKind.CSS, "behavior behaviour moz-binding expression");
    words.put(
        TokenKind.URL_ATTRIBUTE,
        "src href action formaction xlink background lowsrc dynsrc poster codebase classid srcset"
            + " attributename http-equiv manifest ping");
    words.put(TokenKind.STYLE, "style");
  }

  static void addTags(WordTable tags) {
    tags.put(TokenKind.SCRIPT_TAG, "script");
    tags.put(
        TokenKind.ACTIVE_TAG,
        "iframe object embed applet meta base link svg math form frameset frame isindex bgsound"
            + " layer ilayer body html xml xss input button video audio source track textarea"
            + " select keygen marquee details animate animatetransform animatemotion set image"
            + " foreignobject handler listener use style head title noscript template portal"
            + " vmlframe comment plaintext xmp listing noembed noframes import event-source"
            + " datalist menu menuitem param option optgroup dialog discard line rect circle"
            + " polygon path text script2");
    tags.put(
        TokenKind.FORMATTING_TAG,
        "abbr b big blockquote br caption center cite code dd del dfn dl dt em h1 h2 h3 h4 h5 h6 hr"
            + " i ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td"
            + " tfoot th thead tr tt u ul var wbr");
    tags.put(
        TokenKind.TAG,
        "a acronym address area article aside bdi bdo col colgroup data dir div fieldset figcaption"
            + " figure font footer header hgroup img label legend main map meter nav nobr output"
            + " picture progress rb rp rt rtc ruby section slot spacer summary time canvas");
  }

  static void addEvents(WordTable events) {
    events.put(
        TokenKind.EVENT,
        """
        onabort onactivate onafterprint onafterscriptexecute onafterupdate onanimationcancel
        onanimationend onanimationiteration onanimationstart onauxclick onbeforeactivate onbeforecopy
        onbeforecut onbeforedeactivate onbeforeeditfocus onbeforeinput onbeforematch onbeforepaste
        onbeforeprint onbeforescriptexecute onbeforetoggle onbeforeunload onbeforeupdate onbegin
        onblur onbounce oncancel oncanplay oncanplaythrough oncellchange onchange onclick onclose
        oncontentvisibilityautostatechange oncontextlost oncontextmenu oncontextrestored oncontrolselect
        oncopy oncuechange oncut ondataavailable ondatasetchanged ondatasetcomplete ondblclick
        ondeactivate ondevicemotion ondeviceorientation ondrag ondragdrop ondragend ondragenter
        ondragexit ondragleave ondragover ondragstart ondrop ondurationchange onemptied onend onended
        onerror onerrorupdate onfilterchange onfinish onfocus onfocusin onfocusout onformchange
        onformdata onforminput onfullscreenchange onfullscreenerror ongesturechange ongestureend
        ongesturestart ongotpointercapture onhashchange onhelp oninput oninvalid onkeydown onkeypress
        onkeyup onlanguagechange onlayoutcomplete onload onloadeddata onloadedmetadata onloadend
        onloadstart onlosecapture onlostpointercapture onmediacomplete onmediaerror onmessage
        onmessageerror onmousedown onmouseenter onmouseleave onmousemove onmouseout onmouseover
        onmouseup onmousewheel onmove onmoveend onmovestart onmozfullscreenchange
        onmozfullscreenerror onoffline ononline onorientationchange onoutofsync onpagehide onpagereveal
        onpageshow onpageswap onpaste onpause onplay onplaying onpointercancel onpointerdown
        onpointerenter onpointerleave onpointermove onpointerout onpointerover onpointerrawupdate
        onpointerup onpopstate onprogress onpropertychange onratechange onreadystatechange onredo
        onrejectionhandled onrepeat onreset onresize onresizeend onresizestart onresume onreverse
        onrowdelete onrowenter onrowexit onrowinserted onrowsdelete onrowsenter onrowsinserted
        onscroll onscrollend onscrollsnapchange onsearch onsecuritypolicyviolation onseek onseeked
        onseeking onselect onselectionchange onselectstart onshow onslotchange onstalled onstart onstop
        onstorage onsubmit onsuspend onsyncrestored ontimeerror ontimeupdate ontoggle ontouchcancel
        ontouchend ontouchmove ontouchstart ontrackchange ontransitioncancel ontransitionend
        ontransitionrun ontransitionstart onunhandledrejection onunload onundo onurlflip
        onvolumechange onwaiting onwebkitanimationend onwebkitanimationiteration
        onwebkitanimationstart onwebkitmouseforcechanged onwebkitmouseforcedown
        onwebkitmouseforceup onwebkitmouseforcewillbegin onwebkitplaybacktargetavailabilitychanged
        onwebkittransitionend onwebkitwillrevealbottom onwheel onzoom
        """);
  }
}
