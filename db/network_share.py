"""SQLite locks do not work across a network: a file there would sooner or later be torn."""

import ctypes
import sys
from pathlib import Path, PurePath

_NETWORK_TYPES = {
    "9p", "afs", "ceph", "cifs", "davfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
    "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf", "virtiofs",
}  # fmt: skip
_DRIVE_REMOTE = 4  # GetDriveTypeW, fileapi.h


def is_on_network_share(file: Path) -> bool:
    """Whether the folder of the file lies on another machine."""
    folder = file.parent.resolve()
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    return file_system_of(folder, mounts.read_text(encoding="utf-8", errors="replace")) in _NETWORK_TYPES


def file_system_of(folder: PurePath, mounts: str) -> str:
    """The type of the file system that holds a folder, by the text of ``/proc/mounts`` (fstab(5))."""
    best, found = "", ""
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        point = point.replace("\\040", " ").replace("\\134", "\\")
        if len(point) >= len(best) and folder.is_relative_to(point):
            best, found = point, kind
    return found


def _is_remote_drive(folder: Path) -> bool:
    if folder.drive.startswith("\\\\"):
        return True
    kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")  # type: ignore[attr-defined,unused-ignore]
    return kind == _DRIVE_REMOTE
