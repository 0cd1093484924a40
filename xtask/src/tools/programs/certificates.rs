//! The maker of certificates.

use std::path::Path;
use std::process::Command;

use super::Program;
use super::answer::ask;
use super::defect::Defect;

/// Makes the certificate of the bench's server.
pub const OPENSSL: Program = Program {
    name: "openssl",
    variable: Some("OPENSSL"),
    names: &["openssl"],
    packages: &["openssl"],
    expected: "an openssl that makes certificates for addresses, such as OpenSSL 1.1.1 or newer",
    check: |path, _| openssl(path),
};

/// Makes a certificate as `bench/src/site.rs` does.
fn openssl(path: &Path) -> Result<(), Defect> {
    let broken = |error| Defect::new(format!("can't be tried: {error}"));
    let folder = tempfile::tempdir().map_err(broken)?;
    let options = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=127.0.0.1 \
                   -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out certificate.pem";
    ask(Command::new(path)
        .args(options.split(' '))
        .current_dir(folder.path()))?
    .succeeded()?;
    match folder.path().join("certificate.pem").is_file() {
        true => Ok(()),
        false => Err(Defect::new("makes no certificate")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn openssl_makes_a_certificate_for_an_address() {
        FakeMachine::assert_usable(
            &OPENSSL,
            r#"case "$*" in *subjectAltName=IP:127.0.0.1*) echo certificate > certificate.pem;; esac"#,
        );
        FakeMachine::assert_unusable(&OPENSSL, "exit 0", "makes no certificate;");
        FakeMachine::assert_unusable(
            &OPENSSL,
            "echo 'req: Unknown option: -addext' >&2; exit 1",
            "fails when it is run: req: Unknown option: -addext;",
        );
    }
}
