package dev.troupe.js.module;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds what a JavaScript source imports, without parsing it: static imports and re-exports at the top level,
 * {@code import(…)} and {@code import.meta} anywhere, and whether there is module syntax at all. It tells strings,
 * templates, comments and regular expressions from code (ECMA-262 §12); a slash after a closing parenthesis or brace is
 * told by what opened it. Made for one source, one thread; {@link #scan} is the result.
 */
final class ModuleLexer {
    /** After these a slash begins a regular expression, and a brace an object. */
    private static final Set<String> OPERATORS = Set.of(
            "return",
            "typeof",
            "case",
            "in",
            "of",
            "delete",
            "void",
            "throw",
            "new",
            "instanceof",
            "do",
            "else",
            "yield",
            "await",
            "default",
            "extends");

    /** The parenthesis after these does not end an operand, and a brace after that begins no function. */
    private static final Set<String> HEADS = Set.of("if", "while", "for", "with", "switch", "catch");

    /** What CommonJS declares for a module already: a lexical declaration of one makes the text an ES module. */
    private static final Set<String> WRAPPER = Set.of("module", "exports", "require", "__filename", "__dirname");

    private static final Set<String> LEXICAL = Set.of("const", "let", "class");

    private enum Open {
        PAREN,
        HEAD_PAREN,
        BRACKET,
        BLOCK,
        FUNCTION,
        OBJECT,
        TEMPLATE
    }

    private final String source;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Import> imports = new ArrayList<>();
    private final List<Span> metas = new ArrayList<>();
    private int at;
    /** Does an operand end before {@link #at}, so that a slash divides? */
    private boolean operand;

    private String word = "";
    private char last;
    private Open lastClosed = Open.BLOCK;
    private boolean moduleSyntax;
    /** How many functions' braces are open. */
    private int functions;
    /** Was there an arrow since the last semicolon? Its body may go without braces. */
    private boolean arrow;

    private boolean topLevelAwait;

    private ModuleLexer(String source) {
        this.source = source;
    }

    /** Reads all of {@code source}; what it cannot make sense of is left to the engine's parser to report. */
    static Result scan(String source) {
        ModuleLexer lexer = new ModuleLexer(source);
        lexer.run();
        return new Result(lexer.imports, lexer.metas, lexer.moduleSyntax, lexer.topLevelAwait);
    }

    private void run() {
        if (source.startsWith("#!")) {
            at = endOfLine(0);
        }
        while (skipSpace()) {
            char unit = source.charAt(at);
            if (isWordStart(unit)) {
                word();
            } else {
                punctuator(unit);
            }
        }
    }

    private void punctuator(char unit) {
        switch (unit) {
            case '"', '\'' -> {
                at = ModuleText.endOfString(source, at);
                operandEnds('"');
            }
            case '`' -> template(at + 1);
            case '/' -> slash();
            case '(' -> opens(HEADS.contains(word) ? Open.HEAD_PAREN : Open.PAREN, '(');
            case '[' -> opens(Open.BRACKET, '[');
            case '{' -> opens(isFunction() ? Open.FUNCTION : isBlock() ? Open.BLOCK : Open.OBJECT, '{');
            case ')', ']' -> closes(unit);
            case '}' -> closeBrace();
            default -> other(unit);
        }
    }

    private void other(char unit) {
        if (Character.isDigit(unit)) {
            while (at < source.length() && (isWordPart(source.charAt(at)) || source.charAt(at) == '.')) {
                at++;
            }
            operandEnds('0');
            return;
        }
        arrow = unit != ';' && (arrow || (unit == '>' && last == '='));
        boolean doubled = (unit == '+' || unit == '-') && at + 1 < source.length() && source.charAt(at + 1) == unit;
        at += doubled ? 2 : 1;
        if (!doubled) { // x++ is still an operand, and ++ before one is none
            operand = false;
        }
        last = unit;
        word = "";
    }

    private void operandEnds(char kind) {
        operand = true;
        last = kind;
        word = "";
    }

    private void opens(Open kind, char unit) {
        open.push(kind);
        functions += kind == Open.FUNCTION ? 1 : 0;
        at++;
        operand = false;
        last = unit;
        word = "";
    }

    private void closes(char unit) {
        Open opened = open.isEmpty() ? Open.PAREN : open.pop();
        lastClosed = opened;
        at++;
        operand = opened != Open.HEAD_PAREN;
        last = unit;
        word = "";
    }

    private void closeBrace() {
        Open opened = open.isEmpty() ? Open.BLOCK : open.pop();
        functions -= opened == Open.FUNCTION ? 1 : 0;
        if (opened == Open.TEMPLATE) {
            template(at + 1);
            return;
        }
        at++;
        operand = opened == Open.OBJECT;
        last = '}';
        word = "";
    }

    /** A brace begins a function's body after an arrow, and after parentheses that belong to no statement. */
    private boolean isFunction() {
        return word.isEmpty() && ((last == '>' && arrow) || (last == ')' && lastClosed == Open.PAREN));
    }

    /** A brace begins a statement's block unless an expression is expected here. */
    private boolean isBlock() {
        if (!word.isEmpty()) {
            return !OPERATORS.contains(word) || word.equals("do") || word.equals("else");
        }
        return operand || last == 0 || last == ';' || last == '{' || last == '}' || last == ')' || last == '>';
    }

    /** Reads template characters from {@code from} to the closing back-tick or the next substitution. */
    private void template(int from) {
        for (at = from; at < source.length(); at++) {
            char unit = source.charAt(at);
            if (unit == '\\') {
                at++;
            } else if (unit == '`') {
                at++;
                operandEnds('`');
                return;
            } else if (unit == '$' && at + 1 < source.length() && source.charAt(at + 1) == '{') {
                at++;
                opens(Open.TEMPLATE, '(');
                return;
            }
        }
    }

    private void slash() {
        if (operand) {
            at++;
            operand = false;
            last = '/';
            word = "";
            return;
        }
        at = ModuleText.endOfRegularExpression(source, at);
        operandEnds('/');
    }

    private void word() {
        int begin = at;
        while (at < source.length() && isWordPart(source.charAt(at))) {
            at++;
        }
        String text = source.substring(begin, at);
        boolean property = last == '.' && !(begin > 2 && source.startsWith("...", begin - 3));
        if (!property && text.equals("import") && importWord(begin)) {
            return;
        }
        if (!property && text.equals("export") && open.isEmpty() && exportWord(begin)) {
            return;
        }
        if (!property) {
            declaresOrWaits(text);
        }
        boolean forAwait = word.equals("for") && text.equals("await");
        word = property ? "" : forAwait ? "for" : text;
        operand = property || !OPERATORS.contains(text);
        last = 'a';
    }

    /** Says no rather than a wrong yes: an {@code await} after an arrow without braces may be the arrow's. */
    private void declaresOrWaits(String text) {
        moduleSyntax |= open.isEmpty() && LEXICAL.contains(word) && WRAPPER.contains(text);
        topLevelAwait |= functions == 0 && !arrow && text.equals("await");
    }

    /** True if the position has moved past what the word belongs to. */
    private boolean importWord(int begin) {
        int next = ModuleText.skipSpace(source, at);
        char unit = next < source.length() ? source.charAt(next) : 0;
        if (unit == '(') {
            if (!isMethodName(next)) {
                imports.add(Import.dynamic(begin, next + 1));
            }
            return false;
        }
        if (unit == '.') {
            int meta = ModuleText.skipSpace(source, next + 1);
            if (source.startsWith("meta", meta) && !isWordPartAt(meta + 4)) {
                metas.add(new Span(begin, meta + 4));
                moduleSyntax = true;
                at = meta + 4;
                operandEnds('a');
                return true;
            }
            return false;
        }
        return open.isEmpty()
                && (unit == '"' || unit == '\'' || unit == '{' || unit == '*' || isWordStart(unit))
                && clause(begin, next);
    }

    private boolean isMethodName(int parenthesis) {
        boolean inBody = !open.isEmpty() && (open.peek() == Open.OBJECT || open.peek() == Open.BLOCK);
        boolean mayName = last == '{' || last == ',' || last == ';' || last == '}' || last == 'a' || last == '*';
        int close = inBody && mayName ? ModuleText.endOfParentheses(source, parenthesis) : -1;
        int after = close < 0 ? -1 : ModuleText.skipSpace(source, close);
        return after >= 0 && after < source.length() && source.charAt(after) == '{';
    }

    private boolean exportWord(int begin) {
        int next = ModuleText.skipSpace(source, at);
        char unit = next < source.length() ? source.charAt(next) : 0;
        if (unit != '*' && unit != '{' && !isWordStart(unit)) {
            return false;
        }
        moduleSyntax = true;
        if (unit == '{') {
            int close = source.indexOf('}', next);
            int from = close < 0 ? -1 : ModuleText.skipSpace(source, close + 1);
            if (from < 0 || !source.startsWith("from", from) || isWordPartAt(from + 4)) {
                return false;
            }
            return clause(begin, next);
        }
        return unit == '*' && clause(begin, next);
    }

    /** Reads a static import or re-export up to its specifier and attributes. */
    private boolean clause(int begin, int clauseBegin) {
        int quote = clauseBegin;
        boolean braces = false;
        while (quote < source.length()) {
            quote = ModuleText.skipSpace(source, quote);
            char unit = quote < source.length() ? source.charAt(quote) : 0;
            if (unit == '{' || unit == '}') {
                braces = unit == '{';
            } else if (unit == '"' || unit == '\'') {
                if (!braces) {
                    break;
                }
                quote = ModuleText.endOfString(source, quote) - 1; // a string as the name of an export
            } else if (unit == 0 || unit == ';' || unit == '=' || unit == '(') {
                return false;
            }
            quote++;
        }
        if (quote >= source.length()) {
            return false;
        }
        int end = ModuleText.endOfString(source, quote);
        moduleSyntax = true;
        imports.add(new Import(
                source.startsWith("export", begin) ? Import.Kind.EXPORT : Import.Kind.IMPORT,
                new Span(begin, end),
                new Span(clauseBegin, quote),
                new Span(quote, end),
                ModuleText.unquoted(source.substring(quote + 1, end - 1))));
        at = end;
        operandEnds('"');
        return true;
    }

    private boolean skipSpace() {
        at = ModuleText.skipSpace(source, at);
        return at < source.length();
    }

    private int endOfLine(int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end;
    }

    private static boolean isWordStart(char unit) {
        return Character.isJavaIdentifierStart(unit) || unit == '#' || unit == '\\' || Character.isSurrogate(unit);
    }

    private static boolean isWordPart(char unit) {
        return (Character.isJavaIdentifierPart(unit) && unit != 0)
                || unit == '\\'
                || Character.isSurrogate(unit)
                || unit == '#';
    }

    private boolean isWordPartAt(int index) {
        return index < source.length() && isWordPart(source.charAt(index));
    }

    /**
     * A stretch of the source.
     *
     * @param begin its first unit
     * @param end past its last unit
     */
    record Span(int begin, int end) {}

    /**
     * One import.
     *
     * @param kind what it is
     * @param whole the statement up to the specifier's end; for a dynamic import the word and its parenthesis
     * @param clause what is between the keyword and the specifier
     * @param quoted the specifier with its quotes
     * @param specifier the specifier's value
     */
    record Import(Kind kind, Span whole, Span clause, Span quoted, String specifier) {
        private static final Span NONE = new Span(0, 0);

        enum Kind {
            IMPORT,
            EXPORT,
            DYNAMIC
        }

        static Import dynamic(int begin, int end) {
            return new Import(Kind.DYNAMIC, new Span(begin, end), NONE, NONE, "");
        }
    }

    /**
     * What a source imports.
     *
     * @param imports in the source's order
     * @param metas where {@code import.meta} stands
     * @param moduleSyntax whether it can only be a module
     * @param topLevelAwait whether a module of this text waits outside of all functions
     */
    record Result(List<Import> imports, List<Span> metas, boolean moduleSyntax, boolean topLevelAwait) {}
}
