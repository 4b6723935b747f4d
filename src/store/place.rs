//! Is a folder on a network, removable or synchronised place? There a database can be torn by what copies it.

use std::path::Path;

/// Folders of synchronising programs, as they are called on disk.
const SYNCHRONISED: [&str; 8] =
    ["onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "nextcloud", "megasync"];

/// File systems whose locks or write order can't be relied on.
const NETWORK: [&str; 11] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs",
    "davfs",
    "ceph",
    "fuse.glusterfs",
];

/// File systems of what is pulled out.
const REMOVABLE: [&str; 4] = ["vfat", "msdos", "exfat", "fuseblk"];

/// What gives a folder away as risky, if anything does. `mounts` is the system's list of mounts, as in `/proc/mounts`.
pub(super) fn risk(folder: &Path, mounts: &str) -> Option<String> {
    synchronised(folder).or_else(|| mounted(folder, mounts))
}

/// The system's list of mounts; empty where there is none.
pub(super) fn mounts() -> String {
    std::fs::read_to_string("/proc/self/mounts").unwrap_or_default()
}

fn synchronised(folder: &Path) -> Option<String> {
    let whole = folder.to_string_lossy();
    if whole.starts_with(r"\\") && !whole.starts_with(r"\\?\") {
        return Some(whole.into_owned());
    }
    folder.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).find(|part| {
        let lower = part.to_lowercase();
        SYNCHRONISED.iter().any(|name| lower.starts_with(name))
    })
}

fn mounted(folder: &Path, mounts: &str) -> Option<String> {
    let (place, kind) = mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(1);
            Some((words.next()?.replace("\\040", " "), words.next()?))
        })
        .filter(|(place, _)| folder.starts_with(place))
        .max_by_key(|(place, _)| place.len())?;
    let is_removable = REMOVABLE.contains(&kind) || place.starts_with("/media/") || place.starts_with("/run/media/");
    (NETWORK.contains(&kind) || is_removable).then(|| format!("{place} ({kind})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n/dev/sdb1 /run/media/x/USB\\040KEY vfat rw 0 0\n/dev/sda2 /home/local ext4 rw 0 0\n";

    fn check(folder: &str, expected: Option<&str>) {
        assert_eq!(risk(Path::new(folder), MOUNTS).as_deref(), expected, "{folder}");
    }

    #[test]
    fn synchronised_network_and_removable_places_are_told() {
        check("/var/lib/tansiq", None);
        check("/var/OneDrive - Amana/tansiq", Some("OneDrive - Amana"));
        check("/var/Dropbox/tansiq", Some("Dropbox"));
        check("/var/Google Drive/x", Some("Google Drive"));
        check(r"\\server\share\tansiq", Some(r"\\server\share\tansiq"));
        check("/home/fatima/tansiq", Some("/home (nfs4)"));
        check("/home/local/tansiq", None);
        check("/run/media/x/USB KEY/tansiq", Some("/run/media/x/USB KEY (vfat)"));
    }
}
