# Yang ditulis `muwazana new` dan `muwazana init` ke dalam halaman, dalam bahasa Indonesia.

draft_summary = Satu atau dua kalimat: apa yang dipelajari pembaca di sini?
draft_article = Tulis di sini.
draft_start = Kutub yang satu
draft_end = Kutub yang lain
draft_stance = { $subject }: …

claim_title = Pernyataan
for_title = Yang mendukungnya
against_title = Yang menentangnya
stands_title = Posisi masing-masing, dan seberapa yakin kami
change_title = Yang akan mengubah pendapat kami

subject_coffee = Kopi
subject_tea = Teh
docs_title = Buku panduan

home_summary = { $names }: perbandingan butir demi butir.
home_text = Setiap butir adalah artikel tersendiri: apa yang dinyatakan, apa yang mendukung dan menentangnya, dan di mana posisi masing-masing. Skala di bawah memperlihatkan semua butir sekaligus.
home_more = Aturannya ada di halaman [[about|Cara situs ini menimbang]].
home_first = Mulailah dari sini: [[comparable]].
points_title = Butir perbandingan
points_summary = Semua butir, menurut urutan yang paling baik untuk dibaca.
points_text = Butir-butir ini dapat dibaca satu per satu. [Tabel](/matrix/) menjajarkan semuanya.
point_title = Apa yang dapat dibandingkan
point_summary = Bagaimana sebuah butir disusun: pernyataan, yang mendukung dan menentangnya, posisi masing-masing, dan yang akan mengubah pendapat kami.
point_stance = { $subject }: satu kalimat menyebutkan posisinya pada butir ini.
point_start = Sama sekali tidak
point_end = Sepenuhnya
point_claim = Sebuah butir dimulai dengan pernyataan yang bisa saja salah. Pernyataan itu menyebutkan apa yang dibandingkan dan menurut apa, agar kedua pihak diukur dengan [[scale|skala]] yang sama.
point_for = Di sini tertulis yang mendukung pernyataan itu. Siapa yang ingin memeriksa menemukan sumbernya di samping, seperti aturan Markdown yang dipakai untuk menulis halaman ini.[^commonmark]
point_against = Di sini tertulis yang menentangnya, sebagaimana akan dikatakan para pembelanya sendiri. Perbandingan tanpa keberatan belum dimulai.
point_stands = Setiap subjek punya tempat di antara dua kutub di atas. Tempat itu adalah penilaian, bukan pengukuran; bagian ini menyebutkan dasarnya dan seberapa pasti.
point_change = Terakhir, yang akan membuktikan pernyataan itu salah: sebuah angka, peristiwa, atau sumber yang lebih baik. Siapa yang membawanya mengubah halaman ini.
terms_title = Istilah
terms_summary = Kata-kata yang di sini punya makna tersendiri.
terms_text = Di mana pun sebuah halaman memakai salah satu kata ini, maknanya hanya satu sentuhan jauhnya.
term_title = Skala
term_summary = Garis di antara dua kutub tempat setiap subjek punya posisi.
term_text = Setiap butir punya skala sendiri. Posisi pada dua skala tidak dapat dibandingkan.
about_title = Tentang situs ini
about_summary = Siapa yang menimbang di sini, dengan aturan apa, dan bagaimana menyampaikan keberatan.
about_rules_title = Aturan
about_rules = Setiap butir mengajukan pertanyaan yang sama dalam urutan yang sama. Fakta dan penilaian dipisahkan, dan fakta menyebutkan sumbernya.
about_correct_title = Perbaikan
about_correct = Setiap halaman dapat diperbaiki. Halaman adalah berkas teks dalam Markdown; siapa yang lebih tahu menulisnya kembali atau memberi tahu kami.

docs_home_summary = { $title }: semuanya di satu tempat.
docs_home_text = Pemula mulai dari [[start]]. Yang sudah tahu jalan mencari di [[guide]].
start_title = Langkah pertama
start_summary = Dari nol sampai halaman pertama yang dapat dilihat.
start_see_title = Lihat situsnya
start_see = Satu perintah membangun situs dan menampilkannya di komputer ini. Setiap perubahan diikuti.
start_write_title = Ubah sebuah halaman
start_write = Setiap halaman adalah folder di dalam `content`, dengan satu berkas teks untuk setiap bahasa. Ubah salah satunya, dan halaman di peramban ikut berubah.
start_check_title = Periksa
start_check = Sebelum diterbitkan, satu perintah menyebutkan semua yang salah, dengan tempat dan cara memperbaikinya.
guide_title = Panduan
guide_page_summary = Yang dikerjakan setiap hari, bab demi bab.
guide_page_text = Setiap bab berdiri sendiri.
pages_title = Halaman dan folder
pages_summary = Bagaimana folder menjadi halaman, dan halaman menjadi bagian dari situs.
pages_new_title = Halaman baru
pages_new = Halaman baru dimulai sebagai draf: tampak di komputer ini, dan diterbitkan bila baris `draft = true` dihapus.
pages_order_title = Urutan
pages_order = Angka `order` dalam `page.toml` menentukan letak halaman di antara tetangganya.
links_title = Tautan dan catatan
links_summary = Bagaimana halaman saling menuju, dan bagaimana sebuah pernyataan menyebutkan sumbernya.
links_pages_title = Ke halaman lain
links_pages = Dua kurung siku dan nama folder menjadi tautan, seperti yang ini ke [[pages]]. Jika halamannya tidak ada, pemeriksaan akan menyebutkannya.
links_cite_title = Ke sebuah sumber
links_cite = Sumber ditulis sekali dan dirujuk dengan kuncinya di mana pun dipakai, seperti aturan Markdown.[^commonmark]
docs_about_summary = Siapa yang menulis di sini, dan bagaimana membantu.
