package gov.tianmu.engine.modules.trust;

import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.definition.Text;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The operator's words for each finding: what is wrong, then what to do. */
final class SignatureWords {

    private static final int LONGEST_NAME = 120;
    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final String ASK_AGAIN_ZH = "请向制作方取回原件，核对后重新签名。";
    private static final String ASK_AGAIN_EN = "Get the original from its maker, check it and have it signed again.";

    private SignatureWords() {}

    static Text unsigned() {
        return new Text(
                "模块没有签名。请核对内容，用 scripts/sign-module 签名后再放入。",
                "The module is not signed. Check it, sign it with scripts/sign-module and put it in again.");
    }

    static Text unusable() {
        return new Text(
                "模块的签名算法过弱、密钥过短或签名文件已损坏，按未签名处理。请用 scripts/sign-module 重新签名。",
                "The module's signature is too weak (algorithm or key) or damaged, so it counts as unsigned."
                        + " Sign it again with scripts/sign-module.");
    }

    static Text allowed(Text why) {
        return new Text(
                why.zh() + "开发设置 PORTAL_MODULES_UNSIGNED 放行了它，正式环境请关闭。",
                why.en() + " The development setting PORTAL_MODULES_UNSIGNED lets it start; turn it off in production.");
    }

    static Text altered(String entry) {
        String name = shown(entry);
        return new Text(
                "签名之后内容被改动或损坏：" + name + "。" + ASK_AGAIN_ZH,
                "Changed or damaged after signing: " + name + ". " + ASK_AGAIN_EN);
    }

    static Text doubled(String entry) {
        String name = shown(entry);
        return new Text(
                "文件里有两个同名的条目：" + name + "。请重新构建模块并签名。",
                "Two entries of the file have the same name: " + name + ". Build the module again and sign it.");
    }

    static Text extended(String entry) {
        String name = shown(entry);
        return new Text(
                "有签名没有覆盖的内容：" + name + "。" + ASK_AGAIN_ZH,
                "Not covered by the signature: " + name + ". " + ASK_AGAIN_EN);
    }

    static Text signedInParts() {
        return new Text(
                "模块的各部分由不同的人签名，没有一人签了全部。" + ASK_AGAIN_ZH,
                "Parts of the module were signed by different signers, and nobody signed it all. " + ASK_AGAIN_EN);
    }

    static Text incomplete(String entry) {
        String name = shown(entry);
        return new Text(
                "签名时有的内容现在缺少：" + name + "。" + ASK_AGAIN_ZH,
                "Signed, but no longer there: " + name + ". " + ASK_AGAIN_EN);
    }

    static Text trusted(String signer, Instant until, boolean endsSoon) {
        return new Text(
                "由“" + shown(signer) + "”签名，证书有效期至" + zhDay(until) + (endsSoon ? "。请在到期前换证并重新签名。" : "。"),
                "Signed by \"" + shown(signer) + "\"; the certificate is valid until " + enDay(until)
                        + (endsSoon ? ". Renew it and sign the module again before then." : "."));
    }

    static Text unknown(String signer) {
        return new Text(
                "签名人“" + shown(signer) + "”不在本局信任之列。请核对来源，由本局签名人重新签名。",
                "The bureau's certificates do not vouch for the signer \"" + shown(signer)
                        + "\". Check where the module is from and have the bureau's signer sign it.");
    }

    static Text notForSigning(String signer) {
        return new Text(
                "签名人“" + shown(signer) + "”的证书不是用来签名模块的。请换用代码签名证书重新签名。",
                "The certificate of \"" + shown(signer)
                        + "\" is not meant for signing code. Sign again with one that is.");
    }

    static Text noCertificates() {
        return new Text(
                "门户没有可用的信任证书，无法核对签名。请把本局证书放入 keys/module-trust.pem。",
                "The portal has no certificate to check signatures by. Put the bureau's into keys/module-trust.pem.");
    }

    static Text expired(String signer, Instant until) {
        return new Text(
                "“" + shown(signer) + "”的签名证书已于" + zhDay(until) + "到期。请换用有效的证书重新签名。",
                "The certificate of \"" + shown(signer) + "\" expired on " + enDay(until)
                        + ". Sign the module again with a valid one.");
    }

    static Text notYetValid(String signer, Instant from) {
        return new Text(
                "“" + shown(signer) + "”的签名证书从" + zhDay(from) + "起才有效。请核对服务器时间或换用有效的证书。",
                "The certificate of \"" + shown(signer) + "\" is valid from " + enDay(from)
                        + " only. Check the server's clock, or sign with a valid one.");
    }

    /** Names come from the jar: long ones are cut, and what does not print is replaced. */
    private static String shown(String name) {
        String printable = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME) + "…";
    }

    private static String zhDay(Instant instant) {
        return ZH_DAY.format(at(instant));
    }

    private static String enDay(Instant instant) {
        return EN_DAY.format(at(instant));
    }

    private static ZonedDateTime at(Instant instant) {
        return instant.atZone(PortalClock.ZONE);
    }
}
